import { expect, test } from 'vitest';
import { evaluateAll } from '../../sandbox/aws/iam/policy/evaluate.ts';
import { listOf, type Statement, statementsOf } from '../../sandbox/aws/iam/policy/statement.ts';
import { rolesOf } from './policies.ts';
import { accounts, center, centerWith, home, homeWith, identityCenter, ofType, resourceOf } from './stacks.ts';
import { callsOf } from './state-machine-calls.ts';

const reading = ['InspectIdentityCenterRole', 'CheckIdentityCenterRole', 'FindAccessIdentityCenterRole'];
const ids = [...reading, 'ProvisionIdentityCenterRole'];

/** The policies of a role of the stack, as it is with these parameters. */
function policyOf(id: string, ...[parameters = {}, where]: Partial<Parameters<typeof centerWith>>): Statement[] {
  const policies = resourceOf(centerWith(parameters, where), id).properties.Policies as { PolicyDocument: unknown }[];
  return policies.flatMap(({ PolicyDocument }) => statementsOf(PolicyDocument));
}
const provisions = (parameters = {}) => policyOf('ProvisionIdentityCenterRole', parameters);

const store = `arn:aws:identitystore::${accounts.management}:identitystore/d-1234567890`;
const setNamed = (id: string) => `arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-${id}`;
const own = setNamed('1111aaaa1111aaaa');
const group = identityCenter.GroupIds;
const otherGroup = '1234567890-bbbb2222-0000-4000-8000-00000000000b';
const otherAccount = '555555555555';

const ask = (statements: Statement[], action: string, resources: string[]) =>
  evaluateAll(statements, { action, resources, context: {} })?.answer ?? 'allowed';
const assign = (statements: Statement[], account: string, set = own, instance = identityCenter.InstanceArn) =>
  ask(statements, 'sso:CreateAccountAssignment', [instance, set, `arn:aws:sso:::account/${account}`]);
const join = (statements: Statement[], id: string) =>
  ask(statements, 'identitystore:CreateGroupMembership', [
    store,
    `arn:aws:identitystore:::group/${id}`,
    'arn:aws:identitystore:::user/1234567890-dddd4444-0000-4000-8000-00000000000d',
  ]);

test('a named permission set is assigned in a named account, of the instance, and nothing else anywhere', () => {
  expect(assign(provisions(), accounts.member)).toBe('allowed');
  expect(assign(provisions(), otherAccount)).toBe('not allowed');
  expect(assign(provisions(), accounts.member, setNamed('2222bbbb2222bbbb'))).toBe('not allowed');
  const otherInstance = 'arn:aws:sso:::instance/ssoins-0987654321abcdef';
  expect(assign(provisions(), accounts.member, own, otherInstance)).toBe('not allowed');
});

test('sets and accounts are allowed crosswise: IAM cannot say which set belongs to which account', () => {
  const several = provisions({
    PermissionSetArns: [own, setNamed('2222bbbb2222bbbb')].join(','),
    AccountIds: [accounts.member, otherAccount].join(','),
  });
  for (const account of [accounts.member, otherAccount])
    for (const set of [own, setNamed('2222bbbb2222bbbb')]) expect(assign(several, account, set)).toBe('allowed');
});

test('with * as AccountIds every account is allowed but those where others are ruled, and those that are denied', () => {
  const anywhere = { AccountIds: '*' };
  expect(assign(provisions(anywhere), otherAccount)).toBe('allowed');
  for (const account of [accounts.home, accounts.center, accounts.management])
    expect(assign(provisions(anywhere), account)).toBe('denied');
  const denying = provisions({ ...anywhere, DeniedAccountIds: `${otherAccount},666666666666` });
  for (const account of [otherAccount, '666666666666']) expect(assign(denying, account)).toBe('denied');
  expect(assign(denying, accounts.member)).toBe('allowed');
});

test.each([
  ['the home account', accounts.home, {}],
  ['the account that administers', accounts.center, {}],
  ['the management account', accounts.management, {}],
  ['an account that is denied', otherAccount, { DeniedAccountIds: otherAccount }],
])('nothing is assigned in %s, even if it is named', (_what, AccountIds, more) => {
  expect(assign(provisions({ AccountIds, ...more }), AccountIds)).toBe('denied');
});

test('the management account is allowed where the parameter says so, the two others are not', () => {
  const may = { AccountIds: '*', MayAssignManagementAccount: 'true' };
  expect(assign(provisions(may), accounts.management)).toBe('allowed');
  for (const account of [accounts.home, accounts.center]) expect(assign(provisions(may), account)).toBe('denied');
  expect(assign(provisions({ ...may, AccountIds: accounts.member }), accounts.management)).toBe('not allowed');
});

test('so it is where the stack is in the management account, which alone may do that', () => {
  const there = (MayAssignManagementAccount: string) =>
    policyOf(
      'ProvisionIdentityCenterRole',
      { AccountIds: '*', MayAssignManagementAccount },
      { account: accounts.management },
    );
  expect(assign(there('true'), accounts.management)).toBe('allowed');
  expect(assign(there('false'), accounts.management)).toBe('denied');
  for (const may of ['true', 'false']) expect(assign(there(may), accounts.home)).toBe('denied');
});

// There AWS makes roles and its identity provider in the name of who assigns.
test.each([
  ['where the stack is in the management account and may assign there', accounts.management, 'true', 'allowed'],
  ['not where it may not assign there', accounts.management, 'false', 'not allowed'],
  ['not where a delegate has it', accounts.center, 'true', 'not allowed'],
])('rights in IAM: %s', (_what, account, MayAssignManagementAccount, answer) => {
  const policy = policyOf('ProvisionIdentityCenterRole', { MayAssignManagementAccount }, { account });
  const role = (path: string) => `arn:aws:iam::${account}:role/${path}`;
  const reserved = role('aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Developer_0123456789abcdef');
  for (const action of ['CreateRole', 'AttachRolePolicy', 'PutRolePolicy'])
    expect(ask(policy, `iam:${action}`, [reserved])).toBe(answer);
  const provider = `arn:aws:iam::${account}:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE`;
  expect(ask(policy, 'iam:CreateSAMLProvider', [provider])).toBe(answer);
  for (const [action, resource] of [
    ['iam:CreateRole', role('mine')],
    ['iam:PassRole', reserved],
    ['iam:DeleteRole', reserved],
    ['iam:CreateSAMLProvider', provider.replace('AWSSSO_', '')],
  ] as const)
    expect(ask(policy, action, [resource])).toBe('not allowed');
});

test('people are let into named groups, and out of them, and no others', () => {
  expect(join(provisions(), group)).toBe('allowed');
  expect(join(provisions(), otherGroup)).toBe('not allowed');
  expect(join(provisions({ GroupIds: `${group},${otherGroup}` }), otherGroup)).toBe('allowed');
  const user = 'arn:aws:identitystore:::user/1234567890-dddd4444-0000-4000-8000-00000000000d';
  const membership = 'arn:aws:identitystore:::membership/1234567890-eeee5555-0000-4000-8000-00000000000e';
  const leave = (id: string) =>
    ask(provisions(), 'identitystore:DeleteGroupMembership', [
      store,
      `arn:aws:identitystore:::group/${id}`,
      user,
      membership,
    ]);
  expect([leave(group), leave(otherGroup)]).toEqual(['allowed', 'not allowed']);
});

const none = { GroupIds: '', PermissionSetArns: '', AccountIds: '', DeniedAccountIds: '' };

test('without groups nobody joins any, without sets or accounts nothing is assigned, and nothing is denied by accident', () => {
  expect(join(provisions(none), group)).toBe('not allowed');
  expect(join(provisions(none), '')).toBe('not allowed');
  expect(assign(provisions({ PermissionSetArns: '' }), accounts.member)).toBe('not allowed');
  expect(assign(provisions({ AccountIds: '' }), accounts.member)).toBe('not allowed');
  expect(assign(provisions({ AccountIds: '' }), '')).toBe('not allowed');
  expect(assign(provisions({ DeniedAccountIds: '' }), accounts.member)).toBe('allowed');
});

const everyChoice = Object.keys(none).reduce<Record<string, string>[]>(
  (rows, name) => rows.flatMap((row) => [row, { ...row, [name]: '' }]),
  [{ DeniedAccountIds: otherAccount, KmsKeyArn: 'arn:aws:kms:eu-west-1:444444444444:key/1234abcd' }, {}],
);

test('whatever is empty, every statement names a whole resource, and none names all', () => {
  // Of Identity Center's own ARNs neither Region nor account is told, but of the store and of a key.
  const whole =
    /^arn:(aws|\*):(identitystore:::(user|membership)\/\*|identitystore:::group\/(\*|[\w-]{36,47})|identitystore::\d{12}:identitystore\/d-\w{10}|sso:::instance\/ssoins-\w{16}|sso:::permissionSet\/ssoins-\w{16}\/(ps-\w{16}|\*)|sso:::account\/\d{12}|kms:[\w-]+:\d{12}:key\/\w+)$/;
  for (const parameters of everyChoice) {
    const statements = ids.flatMap((id) => policyOf(id, parameters));
    const resources = statements.flatMap(({ Resource }) => listOf(Resource));
    expect(resources.filter((resource) => !whole.test(resource))).toEqual([]);
    expect(statements.filter(({ Resource }) => listOf(Resource).length === 0)).toEqual([]);
  }
  expect(everyChoice).toHaveLength(32);
});

const actions = rolesOf(center).flatMap(({ permissions }) => permissions.map((line) => line.split(' ')[0] ?? ''));

test('nobody who is there is changed, and no permission set or group is made, changed or deleted', () => {
  const writing = [...new Set(actions)].filter((action) => !/:(Get|List|Describe|IsMember)/.test(action));
  expect(writing.toSorted()).toEqual([
    'identitystore:CreateGroupMembership',
    'identitystore:CreateUser',
    'identitystore:DeleteGroupMembership',
    'identitystore:DeleteUser',
    'sso:CreateAccountAssignment',
  ]);
});

test.each(reading)('%s only reads', (id) => {
  const allowed = policyOf(id).flatMap(({ Action }) => listOf(Action));
  expect(allowed.filter((action) => !/:(Get|List|Describe|IsMember)/.test(action))).toEqual([]);
});

test('check looks at nobody', () => {
  const text = JSON.stringify(policyOf('CheckIdentityCenterRole'));
  expect(text).not.toMatch(/GetUserId|DescribeUser|IsMember|:user\/|:membership\//);
});

test('find-access may ask what any permission set of the instance is called, the others what the stack is given alone', () => {
  const other = setNamed('2222bbbb2222bbbb');
  const elsewhere = other.replace('1234567890abcdef', '0987654321abcdef');
  const asks = (id: string, set: string) =>
    ask(policyOf(id), 'sso:DescribePermissionSet', [identityCenter.InstanceArn, set]);
  expect(reading.map((id) => asks(id, own))).toEqual(['allowed', 'allowed', 'allowed']);
  expect(reading.map((id) => asks(id, other))).toEqual(['not allowed', 'not allowed', 'allowed']);
  expect(asks('FindAccessIdentityCenterRole', elsewhere)).toBe('not allowed');
});

test('of an instance with a key of its own the roles use that key, through Identity Center alone, and those that read only read', () => {
  const KmsKeyArn = 'arn:aws:kms:eu-west-1:444444444444:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  const through = ['sso', 'identitystore'].map((service) => `${service}.eu-west-1.amazonaws.com`);
  const ofKey = (id: string) =>
    policyOf(id, { KmsKeyArn }).flatMap(({ Sid, Effect, Action, ...rest }) =>
      listOf(Action).some((action) => action.startsWith('kms:')) ? [{ Action: listOf(Action), ...rest }] : [],
    );
  const rest = { Resource: KmsKeyArn, Condition: { StringEquals: { 'kms:ViaService': through } } };
  for (const id of reading) expect(ofKey(id)).toEqual([{ Action: ['kms:Decrypt'], ...rest }]);
  expect(ofKey('ProvisionIdentityCenterRole')).toEqual([
    { Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKeyWithoutPlaintext'], ...rest },
  ]);
  expect(actions.filter((action) => action.startsWith('kms:'))).toEqual([]);
});

// IAM: 10,240 characters, without white space, for all inline policies of a role.
test('a hundred accounts, twenty denied, ten groups and ten permission sets fit into a role', () => {
  const many = (count: number, make: (i: number) => string) => Array.from({ length: count }, (_, i) => make(i));
  const parameters = {
    AccountIds: many(100, (i) => String(700000000000 + i)).join(','),
    DeniedAccountIds: many(20, (i) => String(800000000000 + i)).join(','),
    GroupIds: many(10, (i) => `1234567890-aaaa1111-0000-4000-8000-0000000000${10 + i}`).join(','),
    PermissionSetArns: many(10, (i) => setNamed(`1111aaaa1111aa${10 + i}`)).join(','),
  };
  const { Policies } = resourceOf(centerWith(parameters), 'ProvisionIdentityCenterRole').properties;
  expect(JSON.stringify((Policies as { PolicyDocument: object }[])[0]?.PolicyDocument).length).toBeLessThan(10_240);
});

const machinesThere = ['InspectIdentityCenter', 'ProvisionIdentityCenter', 'Check', 'FindAccess'];
const isCenter = (line: string) => line.startsWith('sts:AssumeRole') && line.includes('-identity-center');
const roleNamed = (stack: typeof home, name: string) => rolesOf(stack).find((role) => role.name === name);

test('the machines go to the account that the stack at home is told, each to a role of its own', () => {
  const through = callsOf(home).flatMap(({ machine, roleArn }) =>
    roleArn?.includes('-identity-center') ? [`${machine} ${roleArn}`] : [],
  );
  const role = (name: string) => `arn:aws:iam::${accounts.center}:role/boarding-pass-${name}-identity-center`;
  expect([...new Set(through)].toSorted()).toEqual([
    `boarding-pass-check ${role('check')}`,
    `boarding-pass-find-access ${role('find-access')}`,
    `boarding-pass-inspect-identity-center ${role('inspect')}`,
    `boarding-pass-provision-identity-center ${role('provision')}`,
  ]);
  expect(new Set(through.map((line) => line.split(' ')[1]))).toEqual(new Set(rolesOf(center).map(({ arn }) => arn)));
});

test('where it is told none, they may assume nothing, and what they would assume does not let them', () => {
  const without = homeWith({ IdentityCenterAccountId: '' });
  for (const id of machinesThere) {
    const { properties } = resourceOf(without, id);
    expect(properties.DefinitionSubstitutions).toMatchObject({ IdentityCenterAccountId: accounts.home });
    const role = rolesOf(without).find(({ arn }) => arn === properties.RoleArn);
    expect(role?.permissions.filter(isCenter)).toEqual([]);
  }
  // At home there are roles of these names: those of the machines themselves, and of the two others' there are none.
  for (const name of ['inspect', 'provision'])
    expect(roleNamed(without, `boarding-pass-${name}-identity-center`)?.trust).toMatchObject([
      { Principal: { Service: 'states.amazonaws.com' } },
    ]);
  for (const name of ['check', 'find-access'])
    expect(roleNamed(without, `boarding-pass-${name}-identity-center`)).toBeUndefined();
});

test('the stack of Identity Center cannot be in the home account: its roles have the names of those of the machines', () => {
  const names = new Set(ofType(home, 'AWS::IAM::Role').map(({ ref }) => ref));
  expect(rolesOf(center).filter(({ name }) => names.has(name))).toHaveLength(2);
});

test.each([
  ['no id of an account', { IdentityCenterAccountId: 'management' }],
  ['several', { IdentityCenterAccountId: `${accounts.center},${accounts.home}` }],
])('the stack at home does not take %s', (_what, parameters) => {
  expect(() => homeWith(parameters)).toThrow('does not take');
});

test.each([
  ['the store for the instance', { InstanceArn: store }],
  ['the instance for the store', { IdentityStoreId: identityCenter.InstanceArn }],
  ['the name of a group', { GroupIds: 'Engineering' }],
  ['a wildcard for groups', { GroupIds: '*' }],
  ['a wildcard for permission sets', { PermissionSetArns: 'arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/*' }],
  ['a wildcard within an account', { AccountIds: '1111*' }],
  ['a wildcard for denied accounts', { DeniedAccountIds: '*' }],
])('the stack of Identity Center does not take %s', (_what, parameters) => {
  expect(() => centerWith(parameters)).toThrow('does not take');
});
