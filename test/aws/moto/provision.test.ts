import { DeleteGroupCommand, RemoveUserFromGroupCommand } from '@aws-sdk/client-iam';
import { beforeAll, expect, test } from 'vitest';
import type { AccountOutcome, Result } from '../../../src/contract/access.ts';
import { createMember, type MemberAccount, policyIn } from './account.ts';
import { createHome, developer, type Home } from './home.ts';
import { createMachines, outputOf } from './machines.ts';
import { useMoto } from './moto.ts';
import { person } from './people.ts';

const moto = useMoto();
const machines = createMachines(moto);
let home: Home;
let dev: MemberAccount;
let prod: MemberAccount;

beforeAll(async () => {
  if (!moto.isThere) return;
  home = await createHome(moto);
  dev = await createMember(moto, '222222222222', { groups: ['Developers', 'Readers'] });
  prod = await createMember(moto, '333333333333', { alias: 'kumo-prod' });
});

const signInAt = ({ id }: MemberAccount) => ({ LoginURL: `https://${id}.signin.aws.amazon.com/console` });
const create = (accounts: MemberAccount[]) => accounts.map(({ id }) => ({ AccountId: id, Effect: 'create' }));

type Grants = { groups?: string[]; policyArns?: string[] };

/** What `onboarding` hands to the machine: everybody was found to be new, in every one of these accounts. */
function inputFor(accounts: MemberAccount[], userNames: string[], Version: string) {
  return {
    Targets: accounts.map((account) => ({ AccountId: account.id, SignIn: signInAt(account), Problem: null })),
    Users: userNames.map(person),
    ProfileId: developer.id,
    Version,
    RequestId: 'V01',
    RequestedBy: 'U0AIKO',
    ApprovedBy: 'U0KEN',
    ClaimUntil: '2126-11-25T04:06:00Z',
    Inspected: userNames.map((UserName) => ({ UserName, Effects: create(accounts) })),
    Absent: userNames.map(() => ({})),
  };
}

async function provision(account: MemberAccount, userNames: string[], grants: Grants = {}, more: object = {}) {
  return provisionIn([account], userNames, { policyArns: [policyIn(account.id)], ...grants }, more);
}

async function provisionIn(accounts: MemberAccount[], userNames: string[], grants: Grants, more: object = {}) {
  const version = await home.publish({ grants: { groups: ['Developers'], policyArns: [], ...grants } });
  const from = machines.calls.length;
  const input = { ...inputFor(accounts, userNames, version), ...more };
  const outcome = await machines.run('provision-iam-user', JSON.parse(JSON.stringify(input)));
  const { Results } = outputOf(outcome) as { Results: Result[] };
  return { results: Results, calls: machines.calls.slice(from) };
}

/** What became of each, in one account. */
const outcomes = (results: Result[]): (AccountOutcome | undefined)[] => results.map(({ Outcomes }) => Outcomes[0]);

const whole = (account: MemberAccount, userName: string, request = 'V01') => ({
  path: '/onboarded/',
  tags: {
    'onboarding:request': request,
    'onboarding:requested-by': 'U0AIKO',
    'onboarding:approved-by': 'U0KEN',
    'onboarding:claimant': person(userName).claimant,
    'onboarding:mailbox': person(userName).mailbox,
    'onboarding:claim-until': '2126-11-25T04:06:00Z',
    'onboarding:claim': 'open',
  },
  groups: ['Developers'],
  policies: [policyIn(account.id)],
  mustChangePassword: undefined,
});

test('a user is made with boundary and tags, gets the groups of the profile, then its policies, and no password', async () => {
  const { results, calls } = await provision(dev, ['yuki'], { groups: ['Developers', 'Readers'] });

  expect(results).toEqual([
    {
      ...person('yuki'),
      Outcomes: [
        {
          AccountId: dev.id,
          Status: 'done',
          FirstSignIn: 'temporary-password',
          SignIn: signInAt(dev),
          User: { UserId: expect.stringMatching(/^AIDA|^\w{16,}$/) },
        },
      ],
    },
  ]);
  expect(await dev.user('yuki')).toEqual({ ...whole(dev, 'yuki'), groups: ['Developers', 'Readers'] });
  expect(calls.map(({ action }) => action)).toEqual([
    's3:getObject',
    'iam:createUser',
    'iam:addUserToGroup',
    'iam:addUserToGroup',
    'iam:attachUserPolicy',
  ]);
  // moto keeps no boundary of a user; the call had it.
  expect(calls[1]?.parameters.PermissionsBoundary).toBe(dev.boundary);
});

test('one person in two accounts is two users, each with an id of its own', async () => {
  const { results } = await provisionIn([dev, prod], ['mei'], {});

  const ids = results[0]?.Outcomes.map(({ AccountId, User }) => [AccountId, User?.UserId]);
  expect(ids?.map(([account]) => account)).toEqual([dev.id, prod.id]);
  expect(new Set(ids?.map(([, id]) => id)).size).toBe(2);
  for (const account of [dev, prod])
    expect(await account.user('mei')).toEqual({ ...whole(account, 'mei'), policies: [] });
});

test('what goes wrong in one account leaves the other as it is', async () => {
  await prod.addStranger('sora');

  const { results } = await provisionIn([dev, prod], ['sora'], {});

  expect(results[0]?.Outcomes).toMatchObject([
    { AccountId: dev.id, Status: 'done' },
    { AccountId: prod.id, Status: 'failed', Error: 'UserAlreadyExists' },
  ]);
  expect(await dev.userNames()).toContain('sora');
});

test('nobody appears in an account that was not asked for', async () => {
  await provision(prod, ['riku']);
  expect(await dev.userNames()).not.toContain('riku');
});

// IAM: "The group with name Pilots cannot be found."; moto says it otherwise, and so the name stays AWS's.
test.each([
  ['a group', { groups: ['Developers', 'Pilots'] }, 'Iam.NoSuchEntityException'],
  [
    'a policy',
    { policyArns: [policyIn('222222222222'), policyIn('222222222222').replace('own', 'group')] },
    'PolicyMissing',
  ],
])('where %s is missing, all that was made for the user is undone, and only that', async (_what, grants, error) => {
  const before = await dev.userNames();

  const { results, calls } = await provision(dev, ['haru'], grants);

  expect(outcomes(results)).toEqual([{ AccountId: dev.id, Status: 'failed', Error: error }]);
  expect(await dev.userNames()).toEqual(before);
  const undone = calls.filter(({ action }) => /:(detach|remove|delete)/.test(action));
  expect(undone.every(({ parameters }) => parameters.UserName === 'haru')).toBe(true);
  expect(undone.at(-1)?.action).toBe('iam:deleteUser');
});

test("one person's failure does not touch who was made beside them", async () => {
  await dev.addStranger('omar');

  const { results } = await provision(dev, ['ren', 'omar', 'nao']);

  expect(results.map(({ userName, Outcomes }) => [userName, Outcomes[0]?.Error ?? 'made'])).toEqual([
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

  expect(outcomes(results)).toMatchObject([{ Error: 'UserAlreadyExists' }]);
  expect(await dev.user('lena')).toEqual(before);
  expect(calls.map(({ action }) => action)).toEqual(['s3:getObject', 'iam:createUser', 'iam:getUser']);
});

test.each([
  ['was found to exist', { Effect: 'refuse', Why: 'UserAlreadyExists' }, 'UserAlreadyExists'],
  ['was found for another account', { AccountId: '333333333333' }, 'UserAlreadyExists'],
  ['was refused for whose claim it is', { Effect: 'refuse', Why: 'ClaimantMismatch' }, 'ClaimantMismatch'],
])('somebody who %s is not made, and nothing is asked of IAM', async (_how, found, error) => {
  const [effect] = create([dev]);
  const Inspected = [{ UserName: 'kota', Effects: [{ ...effect, ...found }] }];

  const { results, calls } = await provision(dev, ['kota'], {}, { Inspected });

  expect(outcomes(results)).toMatchObject([{ Status: 'failed', Error: error }]);
  expect(calls.map(({ action }) => action)).toEqual(['s3:getObject']);
});

test('a second run of the same request goes on where the first one stopped, with the same user', async () => {
  const first = await provision(dev, ['kai']);
  await dev.iam.send(new RemoveUserFromGroupCommand({ UserName: 'kai', GroupName: 'Developers' }));

  const { results } = await provision(dev, ['kai']);

  expect(outcomes(results)).toEqual(outcomes(first.results));
  expect(await dev.user('kai')).toEqual(whole(dev, 'kai'));
});

test.each([
  ['of another request', { RequestId: 'V99' }],
  ['of somebody else in this request', { Users: [{ ...person('aoi'), claimant: 'U0MALLORY' }] }],
  ['of another mailbox', { Users: [{ ...person('aoi'), mailbox: 'the hash of another' }] }],
])('a user %s is not taken over', async (_whose, more) => {
  await provision(dev, ['aoi']);
  const { results } = await provision(dev, ['aoi'], {}, more);

  expect(outcomes(results)).toMatchObject([{ Error: 'UserAlreadyExists' }]);
  expect(await dev.user('aoi')).toEqual(whole(dev, 'aoi'));
});

test('where a group vanished since, a second run undoes the user that it took up', async () => {
  const there = await createMember(moto, '444444444444');
  await provision(there, ['emi'], { groups: [] });
  await there.iam.send(new DeleteGroupCommand({ GroupName: 'Developers' }));

  const { results } = await provision(there, ['emi']);

  expect(outcomes(results)).toMatchObject([{ Status: 'failed', Error: 'Iam.NoSuchEntityException' }]);
  expect(await there.userNames()).toEqual([]);
});

const refusal = async (Version: string, more: object = {}) => {
  const from = machines.calls.length;
  const input = { ...inputFor([dev], ['hina'], Version), ...more };
  const { status, error } = (await machines.run('provision-iam-user', JSON.parse(JSON.stringify(input)))) as {
    status: string;
    error?: string;
  };
  const ofIam = machines.calls.slice(from).filter(({ action }) => action.startsWith('iam:'));
  return { status, error, ofIam };
};

test('a profile that was published anew since it was approved gives nothing', async () => {
  const approved = await home.publish();
  await home.publish({ grants: { groups: ['Developers', 'Readers'], policyArns: [] } });
  expect(await refusal(approved)).toEqual({ status: 'FAILED', error: 'PolicyChanged', ofIam: [] });
});

test('a profile that is published no more, or of another method, gives nothing', async () => {
  const version = await home.publish();
  expect(await refusal(version, { ProfileId: 'never-published' })).toMatchObject({
    error: 'ProfileMissing',
    ofIam: [],
  });
  const other = await home.publish({ method: 'identity-center' });
  expect(await refusal(other)).toMatchObject({ error: 'ProfileUnreadable', ofIam: [] });
});
