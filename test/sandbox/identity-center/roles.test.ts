import { expect, test } from 'vitest';
import { roleOf, startMachine } from './machine.ts';
import { groupId, setArn, userId, yuki } from './sdk.ts';

const lena = userId('l.fischer');
const joins = (name: string, UserId = lena) => ({ GroupId: groupId(name), MemberId: { UserId } });
const by = (AttributePath: string, AttributeValue: string) => ({
  AlternateIdentifier: { UniqueAttribute: { AttributePath, AttributeValue } },
});
const set = { PermissionSetArn: setArn('Developer') };
const principal = { PrincipalType: 'USER', PrincipalId: lena };
const target = { TargetId: '111122223333', TargetType: 'AWS_ACCOUNT', ...set, ...principal };
const request = '00000000-0000-4000-8000-000000000000';

type Case = [machine: 'inspect' | 'provision', resource: string, input: object];

test.each<Case>([
  ['inspect', 'ssoadmin:describeInstance', {}],
  ['inspect', 'identitystore:getUserId', by('userName', 'l.fischer')],
  ['inspect', 'identitystore:getUserId', by('emails.value', 'lena@kumoworks.example')],
  ['inspect', 'identitystore:describeUser', { UserId: lena }],
  ['inspect', 'identitystore:getGroupId', by('displayName', 'AWSControlTowerAdmins')],
  ['inspect', 'identitystore:describeGroup', { GroupId: groupId('Engineering') }],
  ['inspect', 'identitystore:isMemberInGroups', { MemberId: { UserId: lena }, GroupIds: [groupId('Engineering')] }],
  ['inspect', 'ssoadmin:describePermissionSet', set],
  ['inspect', 'ssoadmin:listManagedPoliciesInPermissionSet', set],
  ['inspect', 'ssoadmin:listCustomerManagedPolicyReferencesInPermissionSet', set],
  ['inspect', 'ssoadmin:getInlinePolicyForPermissionSet', set],
  ['inspect', 'ssoadmin:listAccountsForProvisionedPermissionSet', set],
  ['inspect', 'ssoadmin:listAccountAssignmentsForPrincipal', principal],
  ['provision', 'identitystore:getUserId', by('userName', 'l.fischer')],
  ['provision', 'identitystore:describeUser', { UserId: lena }],
  ['provision', 'identitystore:createUser', yuki],
  ['provision', 'identitystore:listGroupMembershipsForMember', { MemberId: { UserId: lena } }],
  ['provision', 'identitystore:deleteUser', { UserId: lena }],
  ['provision', 'identitystore:createGroupMembership', joins('Engineering')],
  ['provision', 'ssoadmin:listAccountAssignmentsForPrincipal', principal],
  ['provision', 'ssoadmin:createAccountAssignment', target],
])('the role of %s allows %s', async (machine, resource, input) => {
  await expect(startMachine(machine).call(resource, input)).resolves.toBeDefined();
});

const management = { ...target, TargetId: '100000000000' };

test.each<[...Case, on: string, why: string]>([
  ['inspect', 'identitystore:createUser', yuki, 'identitystore/d-1234567890', 'anything that changes something'],
  ['inspect', 'ssoadmin:createAccountAssignment', target, 'instance/', 'anything that changes something'],
  ['inspect', 'ssoadmin:describePermissionSet', { PermissionSetArn: setArn('Administrator') }, 'ps-3', 'another set'],
  ['provision', 'ssoadmin:listInstances', {}, '*', 'what nobody needs there'],
  ['provision', 'identitystore:createGroup', { DisplayName: 'Mine' }, 'identitystore/d-1234567890', 'groups'],
  ['provision', 'identitystore:deleteGroup', { GroupId: groupId('Engineering') }, 'identitystore/d-', 'groups'],
  ['provision', 'identitystore:createGroupMembership', joins('AWSControlTowerAdmins'), 'group/1', 'a strong group'],
  [
    'provision',
    'ssoadmin:createAccountAssignment',
    { ...target, PermissionSetArn: setArn('Administrator') },
    'ps-3',
    'a strong set',
  ],
  ['provision', 'ssoadmin:createAccountAssignment', { ...target, TargetId: '222222222222' }, 'account/2', 'an account'],
  [
    'provision',
    'ssoadmin:createAccountAssignment',
    { ...target, InstanceArn: 'arn:aws:sso:::instance/ssoins-0987654321abcdef' },
    'instance/ssoins-0',
    'an instance',
  ],
  ['provision', 'ssoadmin:describePermissionSet', set, 'instance/', 'what inspect has said'],
])('the role of %s does not allow %s %j on %s: %s', async (machine, resource, input, on) => {
  const errors = resource.startsWith('identitystore') ? 'Identitystore' : 'SsoAdmin';
  const { call } = startMachine(machine);
  await expect(call(resource, input)).rejects.toMatchObject({
    name: `${errors}.AccessDeniedException`,
    message: expect.stringMatching(
      new RegExp(
        `^User: arn:aws:sts::333344446666:assumed-role/boarding-pass-${machine}-identity-center/.* is not authorized to perform: ` +
          `\\w+:\\w+ on resource: .*${on.replace('*', '\\*')}.* because no identity-based policy allows`,
      ),
    ),
  });
});

test.each([
  ['the home account', '100000000001', {}],
  ['the account that administers', '333344446666', {}],
  ['the management account', '100000000000', {}],
  ['an account that is denied', '111122223333', { DeniedAccountIds: '444455556666,111122223333' }],
])('nothing is assigned in %s, even if it is named', async (_what, TargetId, more) => {
  const { call } = startMachine('provision', { AccountIds: `111122224444,${TargetId}`, ...more });
  await expect(call('ssoadmin:createAccountAssignment', { ...target, TargetId })).rejects.toThrow(
    `on resource: arn:aws:sso:::account/${TargetId} with an explicit deny in an identity-based policy`,
  );
});

test('the management account may be allowed; then AWS refuses it to a delegated administrator', async () => {
  const allowed = { AccountIds: '100000000000', MayAssignManagementAccount: 'true' };
  const { call } = startMachine('provision', allowed);
  await expect(call('ssoadmin:createAccountAssignment', management)).rejects.toMatchObject({
    name: 'SsoAdmin.AccessDeniedException',
    message: expect.stringContaining('A delegated administrator cannot manage access to the management account.'),
  });
});

test('a permission set that is in the management account is refused everywhere', async () => {
  const { call } = startMachine('provision', { PermissionSetArns: setArn('Administrator') });
  const PermissionSetArn = setArn('Administrator');
  await expect(call('ssoadmin:createAccountAssignment', { ...target, PermissionSetArn })).rejects.toMatchObject({
    name: 'SsoAdmin.AccessDeniedException',
    message: expect.stringContaining('it is provisioned in the management account'),
  });
});

test('only members of named groups are taken out again', async () => {
  const { call, controls } = startMachine('provision');
  const { MembershipId } = controls.asAdmin('createGroupMembership', joins('AWSControlTowerAdmins')) as {
    MembershipId: string;
  };
  await expect(call('identitystore:deleteGroupMembership', { MembershipId })).rejects.toThrow('group/1234567890-cccc');
  const made = (await call('identitystore:createGroupMembership', joins('DataPlatform'))) as { MembershipId: string };
  await expect(call('identitystore:deleteGroupMembership', { MembershipId: made.MembershipId })).resolves.toEqual({});
});

test.each([
  ['another machine', { name: 'inspect-identity-center' }],
  ['a machine of IAM', { name: 'provision-iam-user' }],
])('%s does not get the role', async (_who, as) => {
  const { call } = startMachine('provision');
  await expect(call('identitystore:createUser', yuki, as)).rejects.toMatchObject({ name: 'Sts.StsException' });
});

test('there is no role in another account, and none without Credentials', async () => {
  const { call, tasks } = startMachine('provision');
  const roleArn = roleOf('provision', '111122223333');
  await expect(call('identitystore:createUser', yuki, { roleArn })).rejects.toMatchObject({ name: 'Sts.StsException' });
  await expect(call('identitystore:createUser', yuki, { roleArn: '' })).rejects.toMatchObject({
    name: 'Identitystore.AccessDeniedException',
  });
  const action = 'identitystore:createUser';
  expect(tasks.calls).toMatchObject([
    { accountId: '111122223333', action },
    { accountId: '100000000001', action },
  ]);
});

test.each<[...Case, error: string]>([
  ['provision', 'identitystore:createUser', { ...yuki, UserName: 'L.FISCHER' }, 'Identitystore.ConflictException'],
  ['provision', 'identitystore:createUser', { ...yuki, UserName: 'a b' }, 'Identitystore.ValidationException'],
  ['provision', 'identitystore:getUserId', by('userName', 'nobody'), 'Identitystore.ResourceNotFoundException'],
  [
    'provision',
    'ssoadmin:describeAccountAssignmentCreationStatus',
    { AccountAssignmentCreationRequestId: request },
    'SsoAdmin.ResourceNotFoundException',
  ],
  ['inspect', 'ssoadmin:getPermissionsBoundaryForPermissionSet', set, 'SsoAdmin.ResourceNotFoundException'],
])('as %s, %s %j fails as %s', async (machine, resource, input, error) => {
  const { call } = startMachine(machine);
  await expect(call(resource, input)).rejects.toMatchObject({ name: error });
});

test('Step Functions gives dates as texts', async () => {
  const { call } = startMachine('inspect');
  expect(await call('identitystore:describeUser', { UserId: lena })).toMatchObject({
    CreatedAt: '2024-03-01T09:00:00.000Z',
  });
});
