import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createAccounts } from '../../../sandbox/aws/iam/accounts.ts';
import { type IamActionName, iam } from '../../../sandbox/aws/iam/iam.ts';
import { assumeRole, authorize } from '../../../sandbox/aws/iam/roles.ts';
import type { JsonObject } from '../../../sandbox/aws/json.ts';
import { enlarged } from '../../../sandbox/organization/enlarged.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import type { StackParameters } from '../../../sandbox/organization/organization.ts';

const payments = '111122223333';
const { homeAccount, managementAccount } = kumoworks;
const roleOf = (machine: string, account = payments) => `arn:aws:iam::${account}:role/boarding-pass-${machine}`;

/** How Step Functions calls for a machine at home. */
const asMachine = (machine: string, home = homeAccount) => ({
  principal: roleOf(machine, home),
  session: 'arn:session',
  externalId: `arn:aws:states:eu-west-1:${home}:stateMachine:boarding-pass-${machine}`,
});
const refusal = (roleArn: string) =>
  `User: arn:session is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`;

test.each(['inspect-iam-user', 'provision-iam-user', 'issue-password'])('%s gets its role', (machine) => {
  expect(assumeRole(createAccounts(kumoworks), roleOf(machine), asMachine(machine)).role.name).toBe(
    `boarding-pass-${machine}`,
  );
});

const provision = roleOf('provision-iam-user');
const asProvision = asMachine('provision-iam-user');

test.each([
  ['another machine', provision, asMachine('inspect-iam-user')],
  ['the machine with the ARN of another', provision, { ...asMachine('inspect-iam-user'), ...{ principal: provision } }],
  ['another role with the ARN of the machine', provision, { ...asProvision, principal: roleOf('bot', homeAccount) }],
  ['the same names in another account', provision, asMachine('provision-iam-user', '222222222222')],
  ['whoever wants a role that is not there', roleOf('admin'), asProvision],
  ['a machine, in the management account', roleOf('provision-iam-user', managementAccount), asProvision],
  ['a machine, in the home account', roleOf('provision-iam-user', homeAccount), asProvision],
  ['a machine, in a suspended account', roleOf('provision-iam-user', '999988887777'), asProvision],
  ['a machine, where the StackSet is not', roleOf('provision-iam-user', '555566667777'), asProvision],
  ['a machine, in an account of somebody else', roleOf('provision-iam-user', '222222222222'), asProvision],
])('a role is not given to %s', (_who, roleArn, caller) => {
  expect(() => assumeRole(createAccounts(kumoworks), roleArn, caller)).toThrow(refusal(roleArn));
});

test('a role is not given any more once its account is suspended', () => {
  const accounts = createAccounts(structuredClone(kumoworks));
  expect(assumeRole(accounts, provision, asProvision).role.name).toBe('boarding-pass-provision-iam-user');
  const suspended = accounts.get(payments);
  if (suspended) suspended.account.state = 'SUSPENDED';
  expect(() => assumeRole(accounts, provision, asProvision)).toThrow(refusal(provision));
});

test('where the account that administers Identity Center is suspended, its roles are given to nobody either', () => {
  const organization = structuredClone(kumoworks);
  const { administratorAccount } = organization.identityCenter;
  for (const account of organization.accounts) if (account.id === administratorAccount) account.state = 'SUSPENDED';
  const role = roleOf('inspect-identity-center', administratorAccount);
  const machine = asMachine('inspect-identity-center');
  expect(assumeRole(createAccounts(kumoworks), role, machine).role.name).toContain('inspect-identity-center');
  expect(() => assumeRole(createAccounts(organization), role, machine)).toThrow(refusal(role));
});

/** The organization, in which one account's stack was given something else. */
const withStack = (stackParameters: StackParameters) => ({
  ...kumoworks,
  accounts: kumoworks.accounts.map((account) => (account.id === payments ? { ...account, stackParameters } : account)),
});

test.each([{ HomeAccountId: '222222222222' }, { HomeRegion: 'us-east-1' }])(
  'a role is not given where the stack names another home: %j',
  (parameters) => {
    const accounts = createAccounts(withStack(parameters));
    expect(() => assumeRole(accounts, provision, asProvision)).toThrow(refusal(provision));
    const elsewhere = roleOf('provision-iam-user', '111122224444');
    expect(() => assumeRole(accounts, elsewhere, asProvision)).not.toThrow();
  },
);

test('a stack takes only what the template takes', () => {
  const deployed = (parameters: object) => createAccounts(withStack(parameters)).get(payments)?.stack();
  expect(() => deployed({ HomeRegion: 'Ireland' })).toThrow('HomeRegion does not take Ireland');
  expect(() => deployed({ AllowedGroups: 'Developers' })).toThrow('there is no parameter AllowedGroups');
});

const boundary = `arn:aws:iam::${payments}:policy/boarding-pass-boundary`;
const PolicyArn = 'arn:aws:iam::aws:policy/IAMUserChangePassword';
const tags = (keys: string[]) => keys.map((Key) => ({ Key: `onboarding:${Key}`, Value: 'open' }));
const asShipped = ['request', 'requested-by', 'approved-by', 'claimant', 'claim-until', 'claim'];
const sam = { UserName: 'sam', Path: '/onboarded/', PermissionsBoundary: boundary, Tags: tags(asShipped) };

/** The account with Sam, whom boarding-pass made, and others, whom it did not; and a way to ask what a machine may do there. */
function createAsked(machine: string, parameters: StackParameters = {}) {
  const accounts = createAccounts(withStack(parameters));
  const session = assumeRole(accounts, roleOf(machine), asMachine(machine));
  const make = (input: JsonObject) => iam.createUser.run(session.account, input);
  make(sam);
  make({ ...sam, UserName: 'closed', Tags: [{ Key: 'onboarding:claim', Value: 'closed' }] });
  make({ UserName: 'unbound', Path: '/onboarded/', Tags: tags(['claim']) });
  make({ ...sam, UserName: 'elsewhere', Path: '/' });
  return (action: IamActionName, input: object) => authorize(session, action, input as JsonObject);
}

test.each<[machine: string, action: IamActionName, input: object]>([
  ['inspect-iam-user', 'listAccountAliases', {}],
  ['inspect-iam-user', 'getUser', { UserName: 'elsewhere' }],
  ['inspect-iam-user', 'getGroup', { GroupName: 'Pilots' }],
  ['provision-iam-user', 'getUser', { UserName: 'elsewhere' }],
  ['provision-iam-user', 'createUser', { ...sam, UserName: 'new' }],
  ['provision-iam-user', 'createUser', { ...sam, UserName: 'new', Tags: [] }],
  ['provision-iam-user', 'deleteUser', { UserName: 'SAM' }],
  ['provision-iam-user', 'addUserToGroup', { UserName: 'sam', GroupName: 'Developers' }],
  ['provision-iam-user', 'removeUserFromGroup', { UserName: 'sam', GroupName: 'ReadOnly' }],
  ['provision-iam-user', 'attachUserPolicy', { UserName: 'sam', PolicyArn }],
  ['provision-iam-user', 'detachUserPolicy', { UserName: 'sam', PolicyArn }],
  ['provision-iam-user', 'detachUserPolicy', { UserName: 'unbound', PolicyArn }],
  ['issue-password', 'getAccountPasswordPolicy', {}],
  ['issue-password', 'getUser', { UserName: 'nobody' }],
  ['issue-password', 'getLoginProfile', { UserName: 'closed' }],
  ['issue-password', 'createLoginProfile', { UserName: 'sam', Password: 'x' }],
  ['issue-password', 'updateLoginProfile', { UserName: 'sam', Password: 'x' }],
])('the role of %s allows %s %j', (machine, action, input) => {
  expect(() => createAsked(machine)(action, input)).not.toThrow();
});

const strong = 'arn:aws:iam::aws:policy/AdministratorAccess';

test.each<[machine: string, action: IamActionName, input: object, why: string, refused?: string]>([
  ['provision-iam-user', 'createUser', { ...sam, PermissionsBoundary: undefined }, 'no boundary'],
  ['provision-iam-user', 'createUser', { ...sam, PermissionsBoundary: strong }, 'another boundary'],
  ['provision-iam-user', 'createUser', { ...sam, Path: '/' }, 'another path'],
  ['provision-iam-user', 'createUser', { ...sam, Path: '/Onboarded/' }, 'paths have a case'],
  ['provision-iam-user', 'createUser', { ...sam, Tags: tags(['admin']) }, 'another tag', 'TagUser'],
  ['provision-iam-user', 'attachUserPolicy', { UserName: 'sam', PolicyArn: strong }, 'a strong policy'],
  ['provision-iam-user', 'attachUserPolicy', { UserName: 'unbound', PolicyArn }, 'a user without the boundary'],
  ['provision-iam-user', 'attachUserPolicy', { UserName: 'elsewhere', PolicyArn }, 'a user of another path'],
  ['provision-iam-user', 'detachUserPolicy', { UserName: 'sam', PolicyArn: strong }, 'a strong policy'],
  ['provision-iam-user', 'addUserToGroup', { UserName: 'sam', GroupName: 'Administrators' }, 'a strong group'],
  ['provision-iam-user', 'removeUserFromGroup', { UserName: 'sam', GroupName: 'Pilots' }, 'a group of others'],
  ['provision-iam-user', 'deleteUser', { UserName: 'elsewhere' }, 'a user of another path'],
  ['provision-iam-user', 'deleteUser', { UserName: 'nobody' }, 'who is not there has no path'],
  ['provision-iam-user', 'createLoginProfile', { UserName: 'sam', Password: 'x' }, 'a password'],
  ['issue-password', 'createLoginProfile', { UserName: 'closed', Password: 'x' }, 'the claim is closed'],
  ['issue-password', 'updateLoginProfile', { UserName: 'closed', Password: 'x' }, 'the claim is closed'],
  ['issue-password', 'createLoginProfile', { UserName: 'elsewhere', Password: 'x' }, 'a user of another path'],
  ['issue-password', 'getLoginProfile', { UserName: 'elsewhere' }, 'a user of another path'],
  ['issue-password', 'createUser', sam, 'a user'],
  ['inspect-iam-user', 'getAccountPasswordPolicy', {}, 'what nobody needs there'],
  ['inspect-iam-user', 'deleteUser', { UserName: 'sam' }, 'anything that changes something'],
])('the role of %s does not allow %s %j: %s', (machine, action, input, _why, refused) => {
  const operation = `iam:${refused ?? action.charAt(0).toUpperCase() + action.slice(1)}`;
  expect(() => createAsked(machine)(action, input)).toThrow(
    new RegExp(
      `^User: arn:aws:sts::${payments}:assumed-role/boarding-pass-${machine}/[-0-9a-f]+ is not authorized to perform: ` +
        `${operation} on resource: .+ because no identity-based policy allows the ${operation} action`,
    ),
  );
});

test('a stack allows the groups and policies that it is given, and no others', () => {
  const ask = createAsked('provision-iam-user', {
    AllowedGroupArns: 'arn:aws:iam::*:group/Pilots',
    AllowedPolicyArns: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
  });
  const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
  expect(() => ask('addUserToGroup', { UserName: 'sam', GroupName: 'Pilots' })).not.toThrow();
  expect(() => ask('attachUserPolicy', { UserName: 'sam', PolicyArn: readOnly })).not.toThrow();
  expect(() => ask('addUserToGroup', { UserName: 'sam', GroupName: 'Developers' })).toThrow('iam:AddUserToGroup');
  expect(() => ask('attachUserPolicy', { UserName: 'sam', PolicyArn })).toThrow('iam:AttachUserPolicy');
});

type Profile = { id: string; method: string; groups: string[]; policyArns: string[] };
const policy = readFileSync(new URL('../../../sandbox/onboarding.yaml', import.meta.url), 'utf8');

test.each((parse(policy) as { profiles: Profile[] }).profiles.filter(({ method }) => method === 'iam-user'))(
  'the StackSet of the organization allows what the profile $id names',
  ({ groups, policyArns }) => {
    const ask = createAsked('provision-iam-user');
    expect([...groups, ...policyArns]).not.toEqual([]);
    for (const GroupName of groups) expect(() => ask('addUserToGroup', { UserName: 'sam', GroupName })).not.toThrow();
    for (const PolicyArn of policyArns)
      expect(() => ask('attachUserPolicy', { UserName: 'sam', PolicyArn })).not.toThrow();
  },
);

test('invented accounts have the stack, too', () => {
  const accounts = createAccounts(enlarged(kumoworks, { accounts: 100 }));
  const invented = [...accounts.values()].slice(kumoworks.accounts.length).map(({ account }) => account);
  const reached = invented.filter(({ state, withoutRoles }) => state === 'ACTIVE' && !withoutRoles);
  expect(reached.length).toBeGreaterThan(50);
  for (const { id } of reached)
    expect(() => assumeRole(accounts, roleOf('issue-password', id), asMachine('issue-password'))).not.toThrow();
});
