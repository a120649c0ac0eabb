import { on, type Permission } from './policies.ts';
import { accounts, identityCenter } from './stacks.ts';

// What a call of Identity Center is checked against, all of it at once, from AWS's tables of actions and resources:
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentitystore.html and
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiamidentitycenter.html. cfn-lint has them, too: see
// test/aws/cfn-lint/permissions.test.ts.

const store = `arn:aws:identitystore::${accounts.management}:identitystore/${identityCenter.IdentityStoreId}`;
const users = 'arn:aws:identitystore:::user/*';
const groups = 'arn:aws:identitystore:::group/*';
const memberships = 'arn:aws:identitystore:::membership/*';
const instance = identityCenter.InstanceArn;
/** What is written: the template joins lists of ids to ARNs of any partition. */
const namedGroup = `arn:*:identitystore:::group/${identityCenter.GroupIds}`;
const namedAccount = `arn:*:sso:::account/${identityCenter.AccountIds}`;
const namedSet = identityCenter.PermissionSetArns;
const sets = namedSet.replace(/[^/]*$/, '*');

const onAll = (action: string, ...resources: string[]): Permission[] =>
  resources.flatMap((resource) => on(resource, action));

/** Of a call by the definitions, what its role needs where Identity Center is administered. */
export const identityCenterNeeds: Record<string, (parameters: unknown, machine: string) => Permission[]> = {
  'aws-sdk:identitystore:getUserId': () => onAll('identitystore:GetUserId', store, users),
  'aws-sdk:identitystore:describeUser': () => onAll('identitystore:DescribeUser', store, users),
  'aws-sdk:identitystore:createUser': () => onAll('identitystore:CreateUser', store),
  'aws-sdk:identitystore:deleteUser': () => onAll('identitystore:DeleteUser', store, users),
  // By name: which group it is, is not known before.
  'aws-sdk:identitystore:getGroupId': () => onAll('identitystore:GetGroupId', store, groups),
  'aws-sdk:identitystore:describeGroup': () => onAll('identitystore:DescribeGroup', store, groups),
  'aws-sdk:identitystore:isMemberInGroups': () =>
    onAll('identitystore:IsMemberInGroups', store, users, groups, memberships),
  'aws-sdk:identitystore:listGroupMembershipsForMember': () =>
    onAll('identitystore:ListGroupMembershipsForMember', store, users, memberships),
  'aws-sdk:identitystore:createGroupMembership': () =>
    onAll('identitystore:CreateGroupMembership', store, users, namedGroup),
  'aws-sdk:identitystore:deleteGroupMembership': () =>
    onAll('identitystore:DeleteGroupMembership', store, users, memberships, namedGroup),
  'aws-sdk:ssoadmin:describeInstance': () => onAll('sso:DescribeInstance', instance),
  'aws-sdk:ssoadmin:listAccountAssignmentsForPrincipal': () =>
    onAll('sso:ListAccountAssignmentsForPrincipal', instance),
  'aws-sdk:ssoadmin:describeAccountAssignmentCreationStatus': () =>
    onAll('sso:DescribeAccountAssignmentCreationStatus', instance),
  'aws-sdk:ssoadmin:createAccountAssignment': () =>
    onAll('sso:CreateAccountAssignment', instance, namedSet, namedAccount),
  // Whatever somebody has, find-access tells them what it is called, whoever gave it.
  'aws-sdk:ssoadmin:describePermissionSet': (_, machine) =>
    onAll('sso:DescribePermissionSet', instance, machine === 'boarding-pass-find-access' ? sets : namedSet),
  ...Object.fromEntries(
    [
      'ListManagedPoliciesInPermissionSet',
      'ListCustomerManagedPolicyReferencesInPermissionSet',
      'GetInlinePolicyForPermissionSet',
      'GetPermissionsBoundaryForPermissionSet',
      'ListAccountsForProvisionedPermissionSet',
    ].map((action) => [
      `aws-sdk:ssoadmin:${action.charAt(0).toLowerCase()}${action.slice(1)}`,
      () => onAll(`sso:${action}`, instance, namedSet),
    ]),
  ),
};
