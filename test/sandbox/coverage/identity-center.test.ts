import { describe } from 'vitest';
import { createAccounts } from '../../../sandbox/aws/iam/accounts.ts';
import { createCenter } from '../../../sandbox/identity-center/center.ts';
import { identitystore, ssoadmin } from '../../../sandbox/identity-center/operations.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { groupId, IdentityStoreId, InstanceArn, setArn, userId, yuki } from '../identity-center/sdk.ts';
import { type Call, holdTo } from './kept.ts';

describe('actions of IAM Identity Center change what the table says', () => {
  const accounts = createAccounts(kumoworks);
  const { identityCenter } = kumoworks;
  const boundary = 'arn:aws:iam::aws:policy/PowerUserAccess';
  const permissionSets = identityCenter.permissionSets.map((set) => ({ ...set, boundary }));
  const bounded = { ...kumoworks, identityCenter: { ...identityCenter, permissionSets } };
  const center = createCenter(bounded, {
    account: (id) => (accounts.has(id) ? { state: 'ACTIVE', hasPolicy: () => true } : undefined),
    later: (_ms, work) => work(),
  });
  const snapshot = () => {
    const { users, groups, memberships, permissionSets, requests, assignments } = center;
    return { users, groups, memberships, 'permission sets': permissionSets, requests, assignments };
  };
  const idOfYuki = () => [...center.users.values()].find(({ userName }) => userName === yuki.UserName)?.userId ?? '';
  const membership = () => [...center.memberships.values()].at(-1)?.membershipId ?? '';
  const lastRequest = () => [...center.requests.keys()].at(-1) ?? '';
  const groupOfYuki = () => ({ GroupId: groupId('Engineering'), MemberId: { UserId: idOfYuki() } });
  const named = (AttributePath: string, AttributeValue: string) => ({
    AlternateIdentifier: { UniqueAttribute: { AttributePath, AttributeValue } },
  });
  const newGroup = () =>
    [...center.groups.values()].find(({ displayName }) => displayName === 'Auditors')?.groupId ?? '';
  const inStore: Call[] = [
    ['CreateUser', () => yuki],
    ['GetUserId', () => named('userName', yuki.UserName)],
    ['DescribeUser', () => ({ UserId: idOfYuki() })],
    ['CreateGroup', () => ({ DisplayName: 'Auditors' })],
    ['GetGroupId', () => named('displayName', 'Auditors')],
    ['DescribeGroup', () => ({ GroupId: newGroup() })],
    ['CreateGroupMembership', groupOfYuki],
    ['GetGroupMembershipId', groupOfYuki],
    ['IsMemberInGroups', () => ({ MemberId: { UserId: idOfYuki() }, GroupIds: [groupId('Engineering')] })],
    ['ListGroupMembershipsForMember', () => ({ MemberId: { UserId: idOfYuki() } })],
    ['DeleteGroupMembership', () => ({ MembershipId: membership() })],
  ];
  const leaving: Call[] = [
    ['CreateGroupMembership', () => ({ GroupId: newGroup(), MemberId: { UserId: userId('Ken@Kumoworks.example') } })],
    ['DeleteGroup', () => ({ GroupId: newGroup() })],
    ['CreateGroupMembership', groupOfYuki],
    ['DeleteUser', () => ({ UserId: idOfYuki() })],
  ];
  const AccountId = '111122223333';
  const PermissionSetArn = setArn('Developer');
  const PrincipalId = userId('Ken@Kumoworks.example');
  const principal = { PrincipalId, PrincipalType: 'USER' };
  const assignment = { PermissionSetArn, ...principal, TargetId: AccountId, TargetType: 'AWS_ACCOUNT' };
  const assigning: Call[] = [
    ['ListInstances'],
    ['DescribeInstance'],
    ['ListPermissionSets'],
    ['DescribePermissionSet', () => ({ PermissionSetArn })],
    ['ListManagedPoliciesInPermissionSet', () => ({ PermissionSetArn })],
    ['ListCustomerManagedPolicyReferencesInPermissionSet', () => ({ PermissionSetArn })],
    ['GetInlinePolicyForPermissionSet', () => ({ PermissionSetArn })],
    ['GetPermissionsBoundaryForPermissionSet', () => ({ PermissionSetArn })],
    ['ListAccountsForProvisionedPermissionSet', () => ({ PermissionSetArn })],
    ['CreateAccountAssignment', () => assignment],
    ['DescribeAccountAssignmentCreationStatus', () => ({ AccountAssignmentCreationRequestId: lastRequest() })],
    ['ListAccountAssignments', () => ({ AccountId, PermissionSetArn })],
    ['ListAccountAssignmentsForPrincipal', () => principal],
    ['DeleteAccountAssignment', () => assignment],
    ['DescribeAccountAssignmentDeletionStatus', () => ({ AccountAssignmentDeletionRequestId: lastRequest() })],
  ];
  const caller = { account: center.owner };
  const lower = (name: string) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  describe('in the identity store', () =>
    holdTo('identitystore', [...inStore, ...leaving], snapshot, (name, given) =>
      identitystore[lower(name)]?.prepare(center, { IdentityStoreId, ...given }).run(caller),
    ));
  describe('on the instance', () =>
    holdTo('ssoadmin', assigning, snapshot, (name, given) =>
      ssoadmin[lower(name)]?.prepare(center, name === 'ListInstances' ? given : { InstanceArn, ...given }).run(caller),
    ));
});
