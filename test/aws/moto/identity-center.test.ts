import { beforeAll, expect, test } from 'vitest';
import { type Inspection, inspection, type Result } from '../../../src/contract/access.ts';
import { checkReport } from '../../../src/contract/check.ts';
import { foundAccess } from '../../../src/contract/find-access.ts';
import type { Person } from '../../../src/contract/people.ts';
import { accounts } from '../../manifests/stacks.ts';
import { type Center, createCenter } from './center.ts';
import { createHome, type Home } from './home.ts';
import { createMachines, outputOf } from './machines.ts';
import { useMoto } from './moto.ts';
import { person as inSlack } from './people.ts';

// What moto answers of Identity Center: that the requests have the shape it takes, and the way where all goes well. Whose name is
// taken, how long AWS prepares an assignment, and what it refuses, are the local Identity Center's: test/sandbox/identity-center.

const moto = useMoto();
/** Where something is in here, AWS takes its time with assignments: moto has assigned at once. */
const slow = new Set<string>();
/** Where this is set, a first page is empty though others follow: AWS says that pages may be shorter than they need to be. */
let hasEmptyPage = false;
const machines = createMachines(moto, (resource, answer) => {
  if (hasEmptyPage && resource === 'ssoadmin:listAccountAssignmentsForPrincipal')
    return { AccountAssignments: [], NextToken: 'more' };
  return slow.has(resource)
    ? { AccountAssignmentCreationStatus: { ...statusOf(answer), Status: 'IN_PROGRESS' } }
    : answer;
});
const statusOf = (answer: unknown) =>
  (answer as { AccountAssignmentCreationStatus: { [key: string]: string } }).AccountAssignmentCreationStatus;
let home: Home;
let center: Center;
let dev: string;
let prod: string;
let developer: string;
let reader: string;
let administrator: string;

beforeAll(async () => {
  if (!moto.isThere) return;
  home = await createHome(moto);
  center = await createCenter(moto);
  dev = await home.addAccount('dev');
  prod = await home.addAccount('prod');
  developer = await center.addSet('Developer', { inline: '{"Version":"2012-10-17","Statement":[]}' });
  reader = await center.addSet('Reader');
  administrator = await center.addSet('Administrator', { inline: '{"Statement":[{"Effect":"Allow","Action":"*"}]}' });
});

const person = (userName: string): Person => ({ ...inSlack(userName), givenName: userName, familyName: 'Sato' });

type Grants = Parameters<Center['profile']>[0];
const inputOf = (value: object) => JSON.parse(JSON.stringify(value));

async function inspect(people: Person[], grants: Grants, ids = [dev, prod]) {
  await home.publish(center.profile(grants));
  const Accounts = ids.map((id) => ({ id, name: 'as the bot says', isManagement: false }));
  const input = inputOf({ Accounts, Users: people, ProfileId: 'cloud-developer' });
  return outputOf(await machines.run('inspect-identity-center', input)) as Inspection & { Problem: unknown };
}

/** Gives what an inspection has found, as `onboarding` does after an approval. */
async function provision(people: Person[], found: Inspection) {
  const from = machines.calls.length;
  const input = inputOf({
    Targets: found.Targets,
    Users: people,
    ProfileId: 'cloud-developer',
    Version: found.Profile.Version,
    RequestId: 'V01',
    RequestedBy: 'U0AIKO',
    ApprovedBy: 'U0KEN',
    ApprovedByEmail: 'ken@example.com',
    ClaimUntil: '2126-11-25T04:06:00Z',
    Inspected: found.Users,
    Absent: people.map(() => ({})),
  });
  const { Results } = outputOf(await machines.run('provision-identity-center', input)) as { Results: Result[] };
  const changes = machines.calls.slice(from).filter(({ action }) => /:(create|delete)/.test(action));
  return { results: Results, changes: changes.map(({ account, action }) => `${account} ${action}`) };
}

const signIn = { LoginURL: 'https://kumo.awsapps.com/start', Region: 'eu-west-1', SessionName: 'kumo' };

test('what the profile gives is read from AWS, and what would be done for each person', async () => {
  const omar = await center.addUser('omar');
  const found = await inspect([person('omar'), person('yuki')], { permissionSets: [developer, reader] });

  const effects = (effect: string) => [dev, dev, prod, prod].map((AccountId) => ({ AccountId, Effect: effect }));
  expect(found.Users).toEqual([
    {
      UserName: 'omar',
      Effects: effects('grant'),
      Found: expect.objectContaining({ UserId: omar, UserName: 'omar' }),
      SetAside: false,
    },
    { UserName: 'yuki', Effects: effects('create'), SetAside: false },
  ]);
  expect(
    found.Targets.map(({ AccountId, PermissionSet, Problem }) => [AccountId, PermissionSet?.Name, Problem]),
  ).toEqual([
    [dev, 'Developer', null],
    [dev, 'Reader', null],
    [prod, 'Developer', null],
    [prod, 'Reader', null],
  ]);
  expect(found.Profile.Grants.permissionSets).toMatchObject([
    { Arn: developer, Name: 'Developer', Session: 'PT4H', HasInline: true, HasBoundary: false, Administers: false },
    { Arn: reader, Name: 'Reader', HasInline: false },
  ]);
  expect(inspection.safeParse(found).success).toBe(true);
});

test('a permission set that administers is refused, unless the profile says that it is meant to', async () => {
  const found = await inspect([person('mei')], { permissionSets: [administrator] }, [dev]);
  expect(found.Targets).toMatchObject([{ Problem: { Error: 'PermissionSetAdministers' } }]);
  const meant = await inspect([person('mei')], { permissionSets: [administrator], sensitive: true }, [dev]);
  expect(meant.Targets).toMatchObject([{ Problem: null }]);
});

test.each([
  '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}',
  '{ "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }] }',
  '{ "Statement" : [{ "Effect" : "Allow", "Action" : "*", "Resource" : "*" }] }',
  '{"Statement":[{"Effect":"Allow","Action":["*"],"Resource":"*"}]}',
  '{"Statement":[{"Effect":"Allow","Action":["s3:*","iam:*"],"Resource":"*"}]}',
  '{"Statement":[{"Effect":"Allow","Action":["*:*"],"Resource":"*"}]}',
])('one administers by its inline policy: %s', async (inline) => {
  const set = await center.addSet('Inline', { inline });
  const found = await inspect([], { permissionSets: [set] }, [dev]);
  expect(found.Targets).toMatchObject([{ Problem: { Error: 'PermissionSetAdministers' } }]);
});

test('one whose inline policy allows something of everything does not', async () => {
  const inline = '{"Statement":[{"Effect":"Allow","Action":["s3:Get*","ec2:*"],"Resource":"*"}]}';
  const set = await center.addSet('Something', { inline });
  expect(await inspect([], { permissionSets: [set] }, [dev])).toMatchObject({ Targets: [{ Problem: null }] });
});

test('somebody new is made, and assigned each permission set in each account; asked for again they have all of it', async () => {
  const grants = { permissionSets: [developer, reader] };
  const found = await inspect([person('yuki')], grants);
  const { results, changes } = await provision([person('yuki')], found);

  expect(results).toMatchObject([
    { Outcomes: found.Targets.map(({ AccountId }) => ({ AccountId, Status: 'done', FirstSignIn: 'portal-code' })) },
  ]);
  expect(results[0]?.Outcomes[0]?.SignIn).toEqual(signIn);
  const there = accounts.center;
  expect(changes).toEqual([
    `${there} identitystore:createUser`,
    ...found.Targets.map(() => `${there} ssoadmin:createAccountAssignment`),
  ]);
  const [made] = (await center.users()).filter(({ UserName }) => UserName === 'yuki');
  expect(made).toMatchObject({
    DisplayName: 'yuki',
    Name: { GivenName: 'yuki', FamilyName: 'Sato' },
    Emails: [{ Value: 'yuki@example.com', Type: 'work', Primary: true }],
  });
  const sets = [dev, prod].flatMap((account) => [developer, reader].map((set) => `${account} ${set}`));
  expect((await center.assignmentsOf(made?.UserId ?? '')).toSorted()).toEqual(sets.toSorted());

  const again = await inspect([person('yuki')], grants);
  expect(again.Users[0]?.Effects.map(({ Effect }) => Effect)).toEqual(['has', 'has', 'has', 'has']);
  const second = await provision([person('yuki')], again);
  expect(second.changes).toEqual([]);
  expect(second.results[0]?.Outcomes.map(({ Status }) => Status)).toEqual(['had', 'had', 'had', 'had']);
});

test('while AWS prepares an assignment it is asked how far it is, by the id that it gave', async () => {
  const found = await inspect([person('sora')], { permissionSets: [reader] }, [dev]);
  slow.add('ssoadmin:createAccountAssignment');
  const from = machines.calls.length;
  const { results } = await provision([person('sora')], found);
  slow.clear();
  expect(results).toMatchObject([{ Outcomes: [{ AccountId: dev, Status: 'done' }] }]);
  const asked = machines.calls.slice(from).filter(({ action }) => action.includes('describeAccountAssignment'));
  const AccountAssignmentCreationRequestId = expect.stringMatching(/^[0-9a-f-]{36}$/);
  expect(asked).toMatchObject([{ parameters: { AccountAssignmentCreationRequestId } }]);
});

test('what AWS does not finish is told as under way, with the id to ask for, and the user stays', async () => {
  const found = await inspect([person('riku')], { permissionSets: [reader] }, [dev]);
  for (const action of ['createAccountAssignment', 'describeAccountAssignmentCreationStatus'])
    slow.add(`ssoadmin:${action}`);
  const { results } = await provision([person('riku')], found);
  slow.clear();
  const RequestId = expect.stringMatching(/^[0-9a-f-]{36}$/);
  expect(results).toMatchObject([{ Outcomes: [{ AccountId: dev, Status: 'pending', RequestId }] }]);
  expect((await center.users()).map(({ UserName }) => UserName)).toContain('riku');
});

test('a group opens what it opens, and whoever joins it is a member', async () => {
  const group = await center.addGroup('Engineering');
  const found = await inspect([person('kota')], { groups: ['Engineering'] }, []);
  expect(found.Targets).toMatchObject([
    { AccountId: 'groups', Problem: null, Checked: [{ Name: 'Engineering', GroupId: group, Exists: true, Opens: [] }] },
  ]);
  const { results } = await provision([person('kota')], found);
  expect(results).toMatchObject([{ Outcomes: [{ AccountId: 'groups', Status: 'done' }] }]);
  const [made] = (await center.users()).filter(({ UserName }) => UserName === 'kota');
  expect(await center.groupsOf(made?.UserId ?? '')).toEqual([group]);

  const again = await inspect([person('kota')], { groups: ['Engineering'] }, []);
  expect(again.Users[0]?.Effects).toEqual([{ AccountId: 'groups', Effect: 'has' }]);
});

test('where one of several groups is gone since, nobody stays in the others, and a new user is taken back', async () => {
  await center.addGroup('Payments');
  const passing = await center.addGroup('Passing');
  const found = await inspect([person('emi')], { groups: ['Payments', 'Passing'] }, []);
  await center.removeGroup(passing);
  const { results, changes } = await provision([person('emi')], found);

  expect(results).toMatchObject([{ Outcomes: [{ AccountId: 'groups', Status: 'failed' }] }]);
  expect(changes.map((change) => change.split(' ')[1])).toEqual([
    'identitystore:createUser',
    // The group that is there, and five more tries at the one that is gone: a new user may not be known everywhere yet.
    ...Array.from({ length: 7 }, () => 'identitystore:createGroupMembership'),
    'identitystore:deleteGroupMembership',
    'identitystore:deleteUser',
  ]);
  expect((await center.users()).map(({ UserName }) => UserName)).not.toContain('emi');
});

test('somebody of the same name with another address is somebody else, and nothing is done for them', async () => {
  await center.addUser('hina', 'hina@elsewhere.example');
  const found = await inspect([person('hina')], { permissionSets: [reader] }, [dev]);
  expect(found.Users[0]?.Effects).toEqual([{ AccountId: dev, Effect: 'refuse', Why: 'UserMismatch' }]);
  expect((await provision([person('hina')], found)).changes).toEqual([]);
});

test('an instance, a store, a group and a permission set that there are not are told by name', async () => {
  const problem = async (settings: object) => {
    const profile = center.profile({ permissionSets: [reader] });
    await home.publish({ ...profile, settings: { ...profile.settings, ...settings } });
    const input = inputOf({ Accounts: [{ id: dev }], Users: [], ProfileId: 'cloud-developer' });
    return outputOf(await machines.run('inspect-identity-center', input));
  };
  const instanceArn = 'arn:aws:sso:::instance/ssoins-0000000000000000';
  expect(await problem({ instanceArn })).toMatchObject({ Problem: { Error: 'InstanceMissing' } });
  expect(await problem({ identityStoreId: 'd-0000000000' })).toMatchObject({ Problem: { Error: 'StoreMismatch' } });
  expect(await problem({ region: 'us-east-1' })).toMatchObject({ Problem: { Error: 'OtherRegion' } });
  const found = await inspect([], { groups: ['Nobody'], permissionSets: [`${reader.slice(0, -4)}0000`] }, [dev]);
  expect(found.Targets.map(({ Problem }) => Problem?.Error)).toEqual(['GroupMissing', 'PermissionSetMissing']);
});

test('check tells of a profile of Identity Center what keeps it from being given', async () => {
  await home.publish(center.profile({ permissionSets: [administrator] }));
  const report = outputOf(await machines.run('check', { ProfileIds: ['cloud-developer'] }));
  expect(report).toMatchObject({
    Profiles: [{ Fault: null, Found: { permissionSets: [{ Problem: { Error: 'PermissionSetAdministers' } }] } }],
  });
  expect(checkReport.safeParse(report).success).toBe(true);
});

test('whether somebody had access before is told with what they are given, also by a page that is empty though others follow', async () => {
  await center.addUser('oki');
  const first = await inspect([person('oki')], { permissionSets: [reader] }, [dev]);
  hasEmptyPage = true;
  const { results } = await provision([person('oki')], first).finally(() => {
    hasEmptyPage = false;
  });
  expect(results).toMatchObject([{ userName: 'oki', hadAccess: true }]);

  await center.addUser('pia');
  const nothing = await provision([person('pia')], await inspect([person('pia')], { permissionSets: [reader] }, [dev]));
  expect(nothing.results[0]).not.toHaveProperty('hadAccess');
  const again = await provision([person('pia')], await inspect([person('pia')], { permissionSets: [reader] }, [prod]));
  expect(again.results).toMatchObject([{ userName: 'pia', hadAccess: true }]);
});

test('find-access tells somebody what they have, as the bot reads it', async () => {
  const userId = await center.addUser('nora');
  const found = await inspect([person('nora')], { permissionSets: [developer, reader] });
  await provision([person('nora')], found);
  const question = { ProfileId: 'cloud-developer', Email: 'nora@example.com', EmailAsWritten: 'Nora@Example.com' };

  const answer = foundAccess.parse(outputOf(await machines.run('find-access', { ...question, UserId: userId })));
  expect(answer).toMatchObject({
    session: { name: 'kumo', startUrl: 'https://kumo.awsapps.com/start', region: 'eu-west-1' },
    userId,
    isMore: false,
  });
  expect(answer.access.map(({ accountId, permissionSet }) => `${accountId} ${permissionSet}`).toSorted()).toEqual(
    [dev, prod].flatMap((id) => [`${id} Developer`, `${id} Reader`]).toSorted(),
  );
  for (const wrong of [{ UserId: await center.addUser('olga') }, { UserId: null, Email: 'nobody@example.com' }])
    expect(
      await machines.run('find-access', { ...question, EmailAsWritten: 'nobody@example.com', ...wrong }),
    ).toMatchObject({
      status: 'FAILED',
      error: 'NothingForYou',
    });
});

test('inspecting and checking only read, and every call of Identity Center goes to the account that administers it', async () => {
  const from = machines.calls.length;
  await center.addGroup('Platform');
  await inspect([person('nao')], { groups: ['Platform'], permissionSets: [reader] }, [dev]);
  await machines.run('check', { ProfileIds: ['cloud-developer'] });
  const calls = machines.calls.slice(from);
  expect(calls.filter(({ action }) => !/:(get|list|describe|isMember)/.test(action))).toEqual([]);
  const ofCenter = calls.filter(({ action }) => /^(identitystore|ssoadmin):/.test(action));
  expect(new Set(ofCenter.map(({ account }) => account))).toEqual(new Set([accounts.center]));
});
