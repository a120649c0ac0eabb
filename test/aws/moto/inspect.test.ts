import { beforeAll, expect, test } from 'vitest';
import { createMember, type MemberAccount } from './account.ts';
import { createMachines, outputOf } from './machines.ts';
import { useMoto } from './moto.ts';

const moto = useMoto();
const machines = createMachines(moto);
let dev: MemberAccount;
let prod: MemberAccount;

beforeAll(async () => {
  if (!moto.isThere) return;
  dev = await createMember(moto, '222222222222');
  prod = await createMember(moto, '333333333333', { groups: ['Readers'], alias: 'kumo-prod' });
  await dev.addStranger('omar');
});

const inspect = async ({ id }: MemberAccount) =>
  outputOf(
    await machines.run('inspect-iam-user', {
      AccountId: id,
      UserNames: ['omar', 'yuki'],
      Groups: ['Developers', 'Readers'],
    }),
  );

test('it is found which users and which groups an account has', async () => {
  expect(await inspect(dev)).toEqual({
    SignIn: { LoginURL: 'https://222222222222.signin.aws.amazon.com/console' },
    Users: [
      { UserName: 'omar', Exists: true },
      { UserName: 'yuki', Exists: false },
    ],
    Groups: [
      { GroupName: 'Developers', Exists: true },
      { GroupName: 'Readers', Exists: false },
    ],
  });
});

test('another account has its own alias, users and groups', async () => {
  expect(await inspect(prod)).toEqual({
    SignIn: { Alias: 'kumo-prod', LoginURL: 'https://kumo-prod.signin.aws.amazon.com/console' },
    Users: [
      { UserName: 'omar', Exists: false },
      { UserName: 'yuki', Exists: false },
    ],
    Groups: [
      { GroupName: 'Developers', Exists: false },
      { GroupName: 'Readers', Exists: true },
    ],
  });
});

test('it only reads', async () => {
  await inspect(dev);
  expect(machines.calls.filter(({ action }) => !/^iam:(get|list)/.test(action))).toEqual([]);
  expect(await dev.userNames()).toEqual(['omar']);
});
