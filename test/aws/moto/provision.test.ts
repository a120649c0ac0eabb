import { DeleteGroupCommand, RemoveUserFromGroupCommand } from '@aws-sdk/client-iam';
import { beforeAll, expect, test } from 'vitest';
import { createMember, type MemberAccount, policyIn } from './account.ts';
import { createMachines, outputOf } from './machines.ts';
import { useMoto } from './moto.ts';

const moto = useMoto();
const machines = createMachines(moto);
let dev: MemberAccount;
let prod: MemberAccount;

beforeAll(async () => {
  if (!moto.isThere) return;
  dev = await createMember(moto, '222222222222', { groups: ['Developers', 'Readers'] });
  prod = await createMember(moto, '333333333333', { alias: 'kumo-prod' });
});

const person = (userName: string) => ({ userName, displayName: userName, claimant: `U0${userName.toUpperCase()}` });

async function provision(account: MemberAccount, userNames: string[], more: object = {}) {
  const from = machines.calls.length;
  const outcome = await machines.run('provision-iam-user', {
    AccountId: account.id,
    Users: userNames.map(person),
    Groups: ['Developers'],
    PolicyArns: [policyIn(account.id)],
    RequestId: 'V01',
    RequestedBy: 'U0AIKO',
    ApprovedBy: 'U0KEN',
    ClaimUntil: '2126-11-25T04:06:00Z',
    Inspected: [],
    ...more,
  });
  const { Results } = outputOf(outcome) as { Results: Record<string, string>[] };
  return { results: Results, calls: machines.calls.slice(from) };
}

const whole = (account: MemberAccount, userName: string, request = 'V01') => ({
  path: '/onboarded/',
  tags: {
    'onboarding:request': request,
    'onboarding:requested-by': 'U0AIKO',
    'onboarding:approved-by': 'U0KEN',
    'onboarding:claimant': person(userName).claimant,
    'onboarding:claim-until': '2126-11-25T04:06:00Z',
    'onboarding:claim': 'open',
  },
  groups: ['Developers'],
  policies: [policyIn(account.id)],
  mustChangePassword: undefined,
});

test('a user is made with boundary and tags, gets groups, then policies, and no password', async () => {
  const { results, calls } = await provision(dev, ['yuki'], { Groups: ['Developers', 'Readers'] });

  expect(results).toEqual([{ ...person('yuki'), LoginURL: 'https://222222222222.signin.aws.amazon.com/console' }]);
  expect(await dev.user('yuki')).toEqual({ ...whole(dev, 'yuki'), groups: ['Developers', 'Readers'] });
  expect(calls.map(({ action }) => action)).toEqual([
    'iam:listAccountAliases',
    'iam:createUser',
    'iam:addUserToGroup',
    'iam:addUserToGroup',
    'iam:attachUserPolicy',
  ]);
  // moto keeps no boundary of a user; the call had it.
  expect(calls[1]?.parameters.PermissionsBoundary).toBe(dev.boundary);
});

test('the same name in two accounts is two users, and nobody appears elsewhere', async () => {
  await provision(dev, ['mei']);
  await provision(prod, ['mei', 'sora'], { RequestId: 'V02' });

  expect(await dev.user('mei')).toEqual(whole(dev, 'mei'));
  expect(await prod.user('mei')).toEqual(whole(prod, 'mei', 'V02'));
  expect(await dev.userNames()).not.toContain('sora');
  expect(await prod.userNames()).not.toContain('yuki');
});

test('an account with an alias is signed in to by its alias', async () => {
  const { results } = await provision(prod, ['riku']);
  expect(results).toMatchObject([{ LoginURL: 'https://kumo-prod.signin.aws.amazon.com/console' }]);
});

test.each([
  ['a group', { Groups: ['Developers', 'Pilots'] }, 'Pilots'],
  [
    'a policy',
    { PolicyArns: [policyIn('222222222222'), policyIn('222222222222').replace('own', 'not')] },
    'boarding-pass-not-sign-in',
  ],
])('where %s is missing, all that was made for the user is undone, and only that', async (_what, more, missing) => {
  const before = await dev.userNames();

  const { results, calls } = await provision(dev, ['haru'], more);

  expect(results).toMatchObject([{ userName: 'haru', Error: 'Iam.NoSuchEntityException' }]);
  expect(results[0]?.Cause).toContain(missing);
  expect(await dev.userNames()).toEqual(before);
  const undone = calls.filter(({ action }) => /:(detach|remove|delete)/.test(action));
  expect(undone.every(({ parameters }) => parameters.UserName === 'haru')).toBe(true);
  expect(undone.at(-1)?.action).toBe('iam:deleteUser');
});

test("one person's failure does not touch who was made beside them", async () => {
  await dev.addStranger('omar');

  const { results } = await provision(dev, ['ren', 'omar', 'nao']);

  expect(results.map((result) => [result.userName, result.Error ?? 'made'])).toEqual([
    ['ren', 'made'],
    ['omar', 'UserAlreadyExists'],
    ['nao', 'made'],
  ]);
  expect(await dev.user('nao')).toEqual(whole(dev, 'nao'));
});

test('a user who is there already stays as they are', async () => {
  await dev.addStranger('lena');
  const before = await dev.user('lena');

  const { results, calls } = await provision(dev, ['lena']);

  expect(results).toMatchObject([{ userName: 'lena', Error: 'UserAlreadyExists' }]);
  expect(await dev.user('lena')).toEqual(before);
  expect(calls.map(({ action }) => action)).toEqual(['iam:listAccountAliases', 'iam:createUser', 'iam:getUser']);
});

test('a second run of the same request goes on where the first one stopped', async () => {
  await provision(dev, ['kai']);
  await dev.iam.send(new RemoveUserFromGroupCommand({ UserName: 'kai', GroupName: 'Developers' }));

  const { results } = await provision(dev, ['kai']);

  expect(results[0]?.Error).toBeUndefined();
  expect(await dev.user('kai')).toEqual(whole(dev, 'kai'));
});

test('a user of another request is not taken over', async () => {
  await provision(dev, ['aoi']);
  const { results } = await provision(dev, ['aoi'], { RequestId: 'V99' });

  expect(results).toMatchObject([{ Error: 'UserAlreadyExists' }]);
  expect(await dev.user('aoi')).toEqual(whole(dev, 'aoi'));
});

test('where a group vanished since, a second run undoes the user that it took up', async () => {
  const there = await createMember(moto, '444444444444');
  await provision(there, ['emi'], { Groups: [] });
  await there.iam.send(new DeleteGroupCommand({ GroupName: 'Developers' }));

  const { results } = await provision(there, ['emi']);

  expect(results).toMatchObject([{ Error: 'Iam.NoSuchEntityException' }]);
  expect(await there.userNames()).toEqual([]);
});
