import { beforeAll, expect, test } from 'vitest';
import type { ProfileObject } from '../../../src/contract/profile-object.ts';
import { accounts } from '../../manifests/stacks.ts';
import { createMember, type MemberAccount } from './account.ts';
import { createHome, developer, type Home } from './home.ts';
import { createMachines, outputOf } from './machines.ts';
import { useMoto } from './moto.ts';
import { outsider, person } from './people.ts';

const moto = useMoto();
const machines = createMachines(moto);
let home: Home;
let dev: MemberAccount;
let prod: MemberAccount;
let workloads: string;
let payments: string;

beforeAll(async () => {
  if (!moto.isThere) return;
  home = await createHome(moto);
  workloads = await home.addUnit('Workloads');
  payments = await home.addUnit('Payments', workloads);
  dev = await createMember(moto, await home.addAccount('dev', payments));
  prod = await createMember(moto, await home.addAccount('prod'), { groups: ['Readers'], alias: 'kumo-prod' });
  await dev.addStranger('omar');
});

const inspect = async (ids: string[], users: object[] = [], profile: Partial<ProfileObject> = {}) => {
  await home.publish(profile);
  const Accounts = ids.map((id) => ({ id, name: 'as the bot says', isManagement: false }));
  const input = { Accounts, Users: users, ProfileId: profile.id ?? developer.id };
  return outputOf(await machines.run('inspect-iam-user', JSON.parse(JSON.stringify(input)))) as {
    Targets: { AccountId: string; Problem: { Error: string } | null }[];
    Problem: object | null;
  };
};
const problems = async (...given: Parameters<typeof inspect>) =>
  (await inspect(...given)).Targets.map(({ Problem }) => Problem?.Error ?? 'none');

test('what the profile gives is what is published, accounts have their own groups, users and sign-in, and what follows is told', async () => {
  const grants = { groups: ['Developers', 'Readers'], policyArns: [] };
  const version = await home.publish({ grants });

  expect(await inspect([dev.id, prod.id], [person('omar'), outsider('yuki')], { grants })).toEqual({
    Profile: { Grants: grants, Version: version, Approvers: developer.approvers },
    Targets: [
      {
        AccountId: dev.id,
        SignIn: { LoginURL: `https://${dev.id}.signin.aws.amazon.com/console` },
        Problem: null,
        Checked: [
          { Kind: 'group', Name: 'Developers', Exists: true },
          { Kind: 'group', Name: 'Readers', Exists: false },
        ],
      },
      {
        AccountId: prod.id,
        SignIn: { Alias: 'kumo-prod', LoginURL: 'https://kumo-prod.signin.aws.amazon.com/console' },
        Problem: null,
        Checked: [
          { Kind: 'group', Name: 'Developers', Exists: false },
          { Kind: 'group', Name: 'Readers', Exists: true },
        ],
      },
    ],
    Users: [
      {
        UserName: 'omar',
        Effects: [
          { AccountId: dev.id, Effect: 'refuse', Why: 'UserAlreadyExists' },
          { AccountId: prod.id, Effect: 'create' },
        ],
      },
      {
        UserName: 'yuki',
        Effects: [
          { AccountId: dev.id, Effect: 'create' },
          { AccountId: prod.id, Effect: 'create' },
        ],
      },
    ],
    Problem: null,
  });
});

const only = (...ids: string[]) => ({ accounts: { kind: 'only' as const, only: ids, ous: [], except: [] } });
const units = (...ous: string[]) => ({ accounts: { kind: 'units' as const, only: [], ous, except: [] } });

test('a profile is offered in the accounts that it names, and in no others', async () => {
  expect(await problems([dev.id, prod.id], [], only(dev.id))).toEqual(['none', 'AccountNotOffered']);
  const except = { accounts: { kind: 'all' as const, only: [], ous: [], except: [dev.id] } };
  expect(await problems([dev.id, prod.id], [], except)).toEqual(['AccountNotOffered', 'none']);
});

test('a profile is offered in its units, however far below, and in no others', async () => {
  expect(await problems([dev.id, prod.id], [], units(workloads))).toEqual(['none', 'AccountNotOffered']);
  expect(await problems([dev.id, prod.id], [], units(payments))).toEqual(['none', 'AccountNotOffered']);
  expect(await problems([dev.id, prod.id], [], units(home.root))).toEqual(['none', 'none']);
});

test('the management account is offered where the profile names it, whatever the bot says of it', async () => {
  expect(await problems([accounts.home])).toEqual(['AccountNotOffered']);
  expect(await problems([accounts.home], [], units(home.root))).toEqual(['AccountNotOffered']);
  expect(await problems([accounts.home], [], only(accounts.home))).toEqual(['none']);
});

test('an account that is not of the organization is told as that', async () => {
  expect(await problems(['999999999999'])).toEqual(['AccountNotFound']);
});

test.each([
  ['a claimant who is somebody else in Slack', { ...person('yuki'), claimant: 'U0MALLORY' }],
  ['an address that is not the claimant’s', { ...outsider('yuki'), email: 'mallory@example.com' }],
])('of %s nothing is given', async (_what, user) => {
  expect(await inspect([dev.id], [user])).toMatchObject({
    Users: [{ Effects: [{ Effect: 'refuse', Why: 'ClaimantMismatch' }] }],
  });
});

test('of a profile that is not published nothing can be given', async () => {
  const input = { Accounts: [], Users: [], ProfileId: 'never-published' };
  expect(outputOf(await machines.run('inspect-iam-user', input))).toMatchObject({
    Problem: { Error: 'ProfileMissing' },
  });
});

test.each([
  ['is no JSON', '{'],
  ['is of another method', JSON.stringify({ ...developer, id: 'broken', method: 'identity-center' })],
  ['has the id of another', JSON.stringify(developer)],
  ['lacks what a machine asks for', JSON.stringify({ ...developer, id: 'broken', approvers: undefined })],
])('of a profile that %s nothing can be given', async (_what, text) => {
  await home.publishText('broken', text);
  const input = { Accounts: [], Users: [], ProfileId: 'broken' };
  expect(outputOf(await machines.run('inspect-iam-user', input))).toMatchObject({
    Problem: { Error: 'ProfileUnreadable' },
  });
});

test('it only reads', async () => {
  await inspect([dev.id], [person('yuki')]);
  expect(machines.calls.filter(({ action }) => !/:(get|list|describe)/.test(action))).toEqual([]);
  expect(await dev.userNames()).toEqual(['omar']);
});
