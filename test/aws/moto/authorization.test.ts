import { GetUserCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Resource, Stack } from '../../../sandbox/aws/cloudformation/stack.ts';
import { listOf, type Statement, statementsOf } from '../../../sandbox/aws/iam/policy/statement.ts';
import type { MachineName } from '../../../sandbox/aws/states/machines.ts';
import { accounts, center as centerStack, home, member, ofType } from '../../manifests/stacks.ts';
import { createMember, type MemberAccount, policyIn } from './account.ts';
import { type Center, createCenter } from './center.ts';
import { createHome, type Home } from './home.ts';
import { createMachines, outputOf } from './machines.ts';
import { type Connection, useMoto } from './moto.ts';
import { person } from './people.ts';
import { callAsTask } from './sdk-tasks.ts';

// moto authorizes by a second evaluator of policies, but knows less than IAM: of conditions none, of resources only roles
// that are assumed, and it cannot read the policies of roles that its own CloudFormation made. So each role is given its
// policies once more, for all resources, without what they deny: what is shown is that every call, by its action, is one that its
// role allows. Calls of Identity Center that moto does not have are not authorized either: see stand-ins.ts.

const moto = useMoto();
const machines = createMachines(moto);
const names: MachineName[] = ['inspect-iam-user', 'provision-iam-user', 'issue-password'];
const ofCenter: MachineName[] = ['inspect-identity-center', 'provision-identity-center'];
const synchronous: MachineName[] = ['check', 'find-access'];
let atHome: Home;
let dev: MemberAccount;
let center: Center;
let reader: string;
/** What Step Functions holds: the roles of the machines, which moto lets anybody have while it authorizes nobody. */
const asMachine = new Map<string, Connection>();

beforeAll(async () => {
  if (!moto.isThere) return;
  atHome = await createHome(moto);
  dev = await createMember(moto, await atHome.addAccount('dev'));
  center = await createCenter(moto);
  reader = await center.addSet('Reader');
  await center.addGroup('Engineering');
  for (const role of ofType(home, 'AWS::IAM::Role')) await putPolicies(atHome.connection, home, role);
  for (const role of ofType(member, 'AWS::IAM::Role')) await putPolicies(await moto.admin(dev.id), member, role);
  for (const role of ofType(centerStack, 'AWS::IAM::Role')) {
    await putPolicies(center.connection, centerStack, role);
    const Action = ['sso:ListInstances', 'identitystore:ListGroupMembershipsForMember'];
    const PolicyDocument = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] };
    await putPolicy(center.connection, role.ref, { PolicyName: 'what-stand-ins-ask', PolicyDocument });
  }
  for (const name of [...names, ...ofCenter, ...synchronous])
    asMachine.set(name, await moto.assume(`arn:aws:iam::${accounts.home}:role/boarding-pass-${name}`));
});
afterAll(async () => {
  if (moto.isThere) await moto.control('reset-auth', 'inf');
});

type Named = { PolicyName: string; PolicyDocument: object };

/** All that the stack gives to a role: its own policies, and those of the stack that are attached to it. */
function policiesOf({ resources }: Stack, { properties }: Resource): Named[] {
  const arns = (properties.ManagedPolicyArns ?? []) as string[];
  const attached = resources
    .filter(({ arn }) => arns.includes(arn))
    .map(({ id, properties: { PolicyDocument } }) => ({ PolicyName: id, PolicyDocument: PolicyDocument as object }));
  return [...(properties.Policies as Named[]), ...attached];
}

async function putPolicies(connection: Connection, stack: Stack, role: Resource): Promise<void> {
  for (const { PolicyName, PolicyDocument } of policiesOf(stack, role)) {
    const Statement = statementsOf(PolicyDocument).filter(allows).map(forAllResources);
    await putPolicy(connection, role.ref, { PolicyName, PolicyDocument: { ...PolicyDocument, Statement } });
  }
}

const putPolicy = (connection: Connection, RoleName: string, { PolicyName, PolicyDocument }: Named) =>
  new IAMClient(connection).send(
    new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument: JSON.stringify(PolicyDocument) }),
  );

const allows = ({ Effect }: Statement): boolean => Effect === 'Allow';
const forAllResources = (statement: Statement): Statement =>
  listOf(statement.Action).includes('sts:AssumeRole') ? statement : { ...statement, Resource: '*' };

/** Runs with moto's authorization switched on. */
async function authorized<T>(run: () => Promise<T>): Promise<T> {
  await moto.control('reset-auth', '0');
  try {
    return await run();
  } finally {
    await moto.control('reset-auth', 'inf');
  }
}

const run = (name: MachineName, input: object) =>
  authorized(() => machines.runAs(asMachine.get(name) as Connection, name, JSON.parse(JSON.stringify(input))));

/** A profile that is offered in the units, so that every question to the organization is asked. */
const publish = (groups: string[]) =>
  atHome.publish({
    grants: { groups, policyArns: [policyIn(dev.id)] },
    accounts: { kind: 'units', only: [], ous: [atHome.root], except: [] },
  });

/** Makes a user as `onboarding` has it made. */
async function provision(userName: string, groups: string[]): Promise<unknown> {
  const outcome = await run('provision-iam-user', {
    Targets: [{ AccountId: dev.id, SignIn: {}, Problem: null }],
    Users: [person(userName)],
    ProfileId: 'developer',
    Version: await publish(groups),
    RequestId: 'V01',
    RequestedBy: 'U0AIKO',
    ApprovedBy: 'U0KEN',
    ClaimUntil: '2126-11-25T04:06:00Z',
    Inspected: [{ UserName: userName, Effects: [{ AccountId: dev.id, Effect: 'create' }] }],
    Absent: [{}],
  });
  return outputOf(outcome);
}

test('checking is allowed', async () => {
  await publish(['Developers']);
  expect(outputOf(await run('check', { ProfileIds: ['developer', 'never-published'] }))).toMatchObject({
    Profiles: [{ Object: { id: 'developer' } }, { Problem: 'ProfileMissing' }],
    Organization: { Problem: null },
  });
});

test('inspecting is allowed', async () => {
  await publish(['Developers']);
  const input = { Accounts: [{ id: dev.id }], Users: [person('yuki')], ProfileId: 'developer' };
  expect(outputOf(await run('inspect-iam-user', input))).toMatchObject({
    Targets: [{ Problem: null, Checked: [{ Exists: true }] }],
    Users: [{ Effects: [{ Effect: 'create' }] }],
    Problem: null,
  });
});

test('making a user is allowed', async () => {
  expect(await provision('yuki', ['Developers'])).toMatchObject({ Results: [{ Outcomes: [{ Status: 'done' }] }] });
});

test('undoing one is allowed', async () => {
  expect(await provision('mei', ['Developers', 'No'])).toMatchObject({
    Results: [{ Outcomes: [{ Status: 'failed', Error: 'Iam.NoSuchEntityException' }] }],
  });
  expect(await dev.userNames()).not.toContain('mei');
});

test('issuing a password and a new one is allowed', async () => {
  const { User } = await dev.iam.send(new GetUserCommand({ UserName: 'yuki' }));
  const claim = { AccountId: dev.id, UserName: 'yuki', UserId: User?.UserId, ClaimedBy: person('yuki').claimant };
  expect(outputOf(await run('issue-password', { ...claim, Reissue: false }))).toMatchObject({ UserName: 'yuki' });
  expect(outputOf(await run('issue-password', { ...claim, Reissue: true }))).toMatchObject({ UserName: 'yuki' });
});

/** Looks at a profile of Identity Center, and gives what was found, as `onboarding` does with an approval between. */
async function board(userName: string, groups: string[], meanwhile = async () => {}): Promise<unknown> {
  await atHome.publish(center.profile({ groups, permissionSets: [reader] }));
  const Users = [{ ...person(userName), givenName: userName, familyName: 'Sato' }];
  const input = { Accounts: [{ id: dev.id }], Users, ProfileId: 'cloud-developer' };
  const { Profile, ...found } = outputOf(await run('inspect-identity-center', input)) as {
    Profile: { Version: string };
    Targets: object[];
    Users: object[];
  };
  await meanwhile();
  const { Results } = outputOf(
    await run('provision-identity-center', {
      Targets: found.Targets,
      Users,
      ProfileId: 'cloud-developer',
      Version: Profile.Version,
      RequestId: 'V01',
      RequestedBy: 'U0AIKO',
      ApprovedBy: 'U0KEN',
      ApprovedByEmail: 'ken@example.com',
      ClaimUntil: '2126-11-25T04:06:00Z',
      Inspected: found.Users,
      Absent: Users.map(() => ({})),
    }),
  ) as { Results: object };
  return Results;
}

test('giving access through Identity Center is allowed, and giving it again', async () => {
  expect(await board('hiro', ['Engineering'])).toMatchObject([{ Outcomes: [{ Status: 'done' }, { Status: 'done' }] }]);
  expect(await board('hiro', ['Engineering'])).toMatchObject([{ Outcomes: [{ Status: 'had' }, { Status: 'had' }] }]);
});

test('leaving groups again is allowed, where one of them is gone', async () => {
  const passing = await center.addGroup('Passing');
  const results = await board('ren', ['Engineering', 'Passing'], () => center.removeGroup(passing));
  expect(results).toMatchObject([{ Outcomes: [{ AccountId: 'groups', Status: 'failed' }, {}] }]);
  const [ren] = (await center.users()).filter(({ UserName }) => UserName === 'ren');
  expect(await center.groupsOf(ren?.UserId ?? '')).toEqual([]);
});

test('checking a profile of Identity Center is allowed', async () => {
  await atHome.publish(center.profile({ groups: ['Engineering'], permissionSets: [reader] }));
  expect(outputOf(await run('check', { ProfileIds: ['cloud-developer'] }))).toMatchObject({
    Profiles: [{ Fault: null, Found: { groups: [{ Exists: true }], permissionSets: [{ Name: 'Reader' }] } }],
  });
});

test('telling somebody what they have is allowed', async () => {
  await board('nina', ['Engineering']);
  const [nina] = (await center.users()).filter(({ UserName }) => UserName === 'nina');
  const Email = person('nina').email;
  const question = { ProfileId: 'cloud-developer', Email, EmailAsWritten: Email, UserId: nina?.UserId };
  expect(outputOf(await run('find-access', question))).toMatchObject({
    User: { UserId: nina?.UserId },
    Access: [{ PermissionSetArn: reader }],
    PermissionSets: [{ Arn: reader, Name: 'Reader' }],
  });
});

test.each([
  ['find-access', 'identitystore:listUsers'],
  ['find-access', 'ssoadmin:createAccountAssignment'],
  ['inspect', 'identitystore:createUser'],
  ['inspect', 'ssoadmin:createAccountAssignment'],
  ['provision', 'identitystore:createGroup'],
  ['provision', 'identitystore:listUsers'],
  ['provision', 'ssoadmin:createPermissionSet'],
  ['provision', 'ssoadmin:attachManagedPolicyToPermissionSet'],
  ['provision', 'ssoadmin:deleteAccountAssignment'],
])('where Identity Center is administered the role of %s may not %s', async (name, call) => {
  const role = `arn:aws:iam::${accounts.center}:role/boarding-pass-${name}-identity-center`;
  const denied = authorized(async () => {
    const connection = await moto.assume(role, asMachine.get(`${name}-identity-center`) ?? asMachine.get(name));
    const where = call.startsWith('ssoadmin') ? { InstanceArn: center.settings.instanceArn } : {};
    return callAsTask(call, { IdentityStoreId: center.settings.identityStoreId, ...where }, connection);
  });
  // moto refuses in XML, which the SDK does not expect of these APIs.
  await expect(denied).rejects.toMatchObject({ $response: { statusCode: 403 } });
});

const roleOf = (name: string) => `arn:aws:iam::${dev.id}:role/boarding-pass-${name}`;
const others = names.flatMap((own) => names.filter((name) => name !== own).map((name) => ({ own, name })));

test.each(others)("the role of $own is not given the member account's role of $name", async ({ own, name }) => {
  const denied = authorized(() => moto.assume(roleOf(name), asMachine.get(own)));
  await expect(denied).rejects.toThrow('is not authorized to perform: sts:AssumeRole');
});

test.each([
  ['inspect-iam-user', 'iam:createUser'],
  ['inspect-iam-user', 'iam:createLoginProfile'],
  ['provision-iam-user', 'iam:createLoginProfile'],
  ['provision-iam-user', 'iam:createAccessKey'],
  ['issue-password', 'iam:createUser'],
  ['issue-password', 'iam:attachUserPolicy'],
  ['issue-password', 'iam:deleteLoginProfile'],
])('in the member account the role of %s may not %s', async (name, call) => {
  const denied = authorized(async () =>
    callAsTask(call, { UserName: 'yuki' }, await moto.assume(roleOf(name), asMachine.get(name))),
  );
  await expect(denied).rejects.toMatchObject({ name: 'Iam.IamException', message: /is not authorized to perform/ });
});

const all = [...names, ...ofCenter, ...synchronous];

test.each(all)('at home the role of %s itself may not do anything in IAM', async (name) => {
  const denied = authorized(() => callAsTask('iam:getUser', { UserName: 'yuki' }, asMachine.get(name) as Connection));
  await expect(denied).rejects.toThrow('is not authorized to perform: iam:GetUser');
});

test.each(all)('the role of %s publishes no profile', async (name) => {
  const Bucket = atHome.stack.made.get('ProfilesBucket')?.physicalId ?? '';
  const profile = { Bucket, Key: 'profiles/developer.json', Body: '{}' };
  const denied = authorized(() => callAsTask('s3:putObject', profile, asMachine.get(name) as Connection));
  await expect(denied).rejects.toThrow('Access Denied');
});
