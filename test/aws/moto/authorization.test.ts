import { IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listOf, type Statement, statementsOf } from '../../../sandbox/aws/iam/policy/statement.ts';
import type { MachineName } from '../../../sandbox/aws/states/machines.ts';
import { accounts, home, member, ofType } from '../../manifests/stacks.ts';
import { createMember, type MemberAccount, policyIn } from './account.ts';
import { deployHome } from './deploy.ts';
import { createMachines, outputOf } from './machines.ts';
import { type Connection, useMoto } from './moto.ts';
import { callAsTask } from './sdk-tasks.ts';

// moto authorizes by a second evaluator of policies, but knows less than IAM: of conditions none, of resources only roles
// that are assumed, and it cannot read the policies of roles that its own CloudFormation made. So each role is given its
// policies once more, for all resources: what is shown is that every call, by its action, is one that its role allows.

const moto = useMoto();
const machines = createMachines(moto);
const names: MachineName[] = ['inspect-iam-user', 'provision-iam-user', 'issue-password'];
let admin: Connection;
let dev: MemberAccount;
/** What Step Functions holds: the roles of the machines, which moto lets anybody have while it authorizes nobody. */
const asMachine = new Map<string, Connection>();

beforeAll(async () => {
  if (!moto.isThere) return;
  admin = await moto.admin(accounts.home);
  await deployHome(admin);
  dev = await createMember(moto, accounts.member);
  for (const role of ofType(home, 'AWS::IAM::Role')) await putPolicies(admin, role);
  for (const role of ofType(member, 'AWS::IAM::Role')) await putPolicies(await moto.admin(dev.id), role);
  for (const name of names)
    asMachine.set(name, await moto.assume(`arn:aws:iam::${accounts.home}:role/boarding-pass-${name}`));
});
afterAll(async () => {
  if (moto.isThere) await moto.control('reset-auth', 'inf');
});

async function putPolicies(
  connection: Connection,
  { ref, properties }: { ref: string; properties: Record<string, unknown> },
): Promise<void> {
  for (const { PolicyName, PolicyDocument } of properties.Policies as {
    PolicyName: string;
    PolicyDocument: object;
  }[]) {
    const Statement = statementsOf(PolicyDocument).map(forAllResources);
    const document = JSON.stringify({ ...PolicyDocument, Statement });
    await new IAMClient(connection).send(
      new PutRolePolicyCommand({ RoleName: ref, PolicyName, PolicyDocument: document }),
    );
  }
}

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

const people = (...userNames: string[]) => userNames.map((userName) => ({ userName, claimant: 'U0YUKI' }));
const request = {
  AccountId: accounts.member,
  Groups: ['Developers'],
  PolicyArns: [policyIn(accounts.member)],
  RequestId: 'V01',
  RequestedBy: 'U0AIKO',
  ApprovedBy: 'U0KEN',
  ClaimUntil: '2126-11-25T04:06:00Z',
  Inspected: [],
};

test('inspecting is allowed', async () => {
  const input = { AccountId: dev.id, UserNames: ['yuki'], Groups: ['Developers'] };
  expect(outputOf(await run('inspect-iam-user', input))).toMatchObject({ Groups: [{ Exists: true }] });
});

test('making a user is allowed', async () => {
  const outcome = await run('provision-iam-user', { ...request, Users: people('yuki') });
  expect(outputOf(outcome)).toMatchObject({ Results: [{ userName: 'yuki', LoginURL: expect.any(String) }] });
});

test('undoing one is allowed', async () => {
  const outcome = await run('provision-iam-user', { ...request, Users: people('mei'), Groups: ['Developers', 'No'] });
  expect(outputOf(outcome)).toMatchObject({ Results: [{ Error: 'Iam.NoSuchEntityException' }] });
  expect(await dev.userNames()).not.toContain('mei');
});

test('issuing a password and a new one is allowed', async () => {
  const claim = { AccountId: dev.id, UserName: 'yuki', ClaimedBy: 'U0YUKI' };
  expect(outputOf(await run('issue-password', { ...claim, Reissue: false }))).toMatchObject({ UserName: 'yuki' });
  expect(outputOf(await run('issue-password', { ...claim, Reissue: true }))).toMatchObject({ UserName: 'yuki' });
});

const roleOf = (name: string) => `arn:aws:iam::${accounts.member}:role/boarding-pass-${name}`;
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

test.each(names)('at home the role of %s itself may not do anything in IAM', async (name) => {
  const denied = authorized(() => callAsTask('iam:getUser', { UserName: 'yuki' }, asMachine.get(name) as Connection));
  await expect(denied).rejects.toThrow('is not authorized to perform: iam:GetUser');
});
