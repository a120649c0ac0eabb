import {
  caught,
  forEach,
  isPresent,
  type Machine,
  type MapState,
  placeholder,
  type State,
  type Task,
  type Template,
} from '../asl.ts';
import { type identityCenter, NOT_FOUND, withSettings } from './calls.ts';
import { readInlinePolicy } from './inline-policy.ts';

type Calls = ReturnType<typeof identityCenter>;

/** AWS's policies whose holder can give themselves anything. */
const ADMINISTERS = [
  'AdministratorAccess',
  'IAMFullAccess',
  'AWSSSOMasterAccountAdministrator',
  'AWSOrganizationsFullAccess',
];

const flag = (name: string, value: boolean, Next: string): State => ({
  Type: 'Pass',
  Result: { is: value },
  ResultPath: `$.${name}`,
  Next,
});

/** What each permission set of the profile allows, for the approver to read, and what keeps it from being assigned. */
export function inspectPermissionSets({ admin }: Calls, rest: Partial<MapState>): MapState {
  const ofSet = { 'PermissionSetArn.$': '$.Arn' };
  const oneSet: Machine = {
    StartAt: 'DescribePermissionSet',
    States: {
      DescribePermissionSet: admin('describePermissionSet', ofSet, {
        ResultSelector: { 'Name.$': '$.PermissionSet.Name', 'Session.$': '$.PermissionSet.SessionDuration' },
        ResultPath: '$.described',
        Catch: [caught(NOT_FOUND.admin, 'NoSuchSet', '$.failure')],
        Next: 'ListManagedPolicies',
      }),
      ListManagedPolicies: admin('listManagedPoliciesInPermissionSet', ofSet, {
        ResultSelector: { 'Names.$': '$.AttachedManagedPolicies[*].Name' },
        ResultPath: '$.managed',
        Next: 'ListCustomerManagedPolicies',
      }),
      ListCustomerManagedPolicies: admin('listCustomerManagedPolicyReferencesInPermissionSet', ofSet, {
        ResultSelector: { 'Names.$': '$.CustomerManagedPolicyReferences[*].Name' },
        ResultPath: '$.customer',
        Next: 'GetInlinePolicy',
      }),
      GetInlinePolicy: admin('getInlinePolicyForPermissionSet', ofSet, { ResultPath: '$.inline', Next: 'HasInline' }),
      HasInline: {
        Type: 'Choice',
        Choices: [
          {
            And: [
              { Variable: '$.inline.InlinePolicy', IsPresent: true },
              { Not: { Variable: '$.inline.InlinePolicy', StringEquals: '' } },
            ],
            Next: 'WithInline',
          },
        ],
        Default: 'WithoutInline',
      },
      WithInline: flag('hasInline', true, 'GetPermissionsBoundary'),
      WithoutInline: flag('hasInline', false, 'GetPermissionsBoundary'),
      GetPermissionsBoundary: admin('getPermissionsBoundaryForPermissionSet', ofSet, {
        ResultPath: '$.boundary',
        Catch: [caught(NOT_FOUND.admin, 'WithoutBoundary', '$.failure')],
        Next: 'WithBoundary',
      }),
      WithBoundary: flag('hasBoundary', true, 'ListWhereProvisioned'),
      WithoutBoundary: flag('hasBoundary', false, 'ListWhereProvisioned'),
      ...findInManagementAccount(admin, 'CompareSet'),
      CompareSet: {
        Type: 'Pass',
        Parameters: {
          ...Object.fromEntries(
            ADMINISTERS.map((name) => [`has${name}.$`, `States.ArrayContains($.managed.Names, '${name}')`]),
          ),
        },
        ResultPath: '$.compared',
        Next: 'DoesItAdminister',
      },
      DoesItAdminister: {
        Type: 'Choice',
        Choices: [
          {
            Or: ADMINISTERS.map((name) => ({ Variable: `$.compared.has${name}`, BooleanEquals: true })),
            Next: 'Administers',
          },
          { Variable: '$.hasInline.is', BooleanEquals: true, Next: 'ReadInlinePolicy' },
        ],
        Default: 'AdministersNot',
      },
      ...readInlinePolicy({ administers: 'Administers', not: 'AdministersNot' }),
      Administers: flag('administers', true, 'IsThatMeant'),
      AdministersNot: flag('administers', false, 'CanBeAssigned'),
      IsThatMeant: {
        Type: 'Choice',
        Choices: [{ Variable: '$.sensitive', BooleanEquals: true, Next: 'CanBeAssigned' }],
        Default: 'PermissionSetAdministers',
      },
      CanBeAssigned: {
        Type: 'Choice',
        Comment: 'A delegated administrator may not touch what the management account has, too.',
        Choices: [
          {
            And: [
              { Variable: '$.inManagement.is', BooleanEquals: true },
              { Not: { Variable: '$.ManagementAccountId', StringEquals: placeholder('IdentityCenterAccountId') } },
            ],
            Next: 'PermissionSetInManagementAccount',
          },
        ],
        Default: 'SetInspected',
      },
      SetInspected: described(null),
      PermissionSetAdministers: described({ Error: 'PermissionSetAdministers' }),
      PermissionSetInManagementAccount: described({ Error: 'PermissionSetInManagementAccount' }),
      NoSuchSet: {
        Type: 'Pass',
        Parameters: {
          'Arn.$': '$.Arn',
          'Name.$': '$.Arn',
          Session: '',
          Managed: [],
          CustomerManaged: [],
          HasInline: false,
          HasBoundary: false,
          Administers: false,
          Problem: { Error: 'PermissionSetMissing' },
        },
        End: true,
      },
    },
  };
  return forEach(
    '$.profile.Object.grants.permissionSets',
    3,
    {
      ...withSettings,
      'Arn.$': '$$.Map.Item.Value',
      'sensitive.$': '$.profile.Object.grants.sensitive',
      'ManagementAccountId.$': '$.organization.ManagementAccountId',
    },
    oneSet,
    rest,
  );
}

/** Whether the management account has it, in however long a list of accounts: into `$.inManagement`. */
function findInManagementAccount(admin: Calls['admin'], next: string): Record<string, State> {
  const list = (more: Template): Task =>
    admin(
      'listAccountsForProvisionedPermissionSet',
      { 'PermissionSetArn.$': '$.Arn', MaxResults: 100, ...more },
      { ResultPath: '$.provisioned', Next: 'CompareAccounts' },
    );
  return {
    ListWhereProvisioned: list({}),
    ListMoreWhereProvisioned: list({ 'NextToken.$': '$.provisioned.NextToken' }),
    CompareAccounts: {
      Type: 'Pass',
      Parameters: { 'is.$': 'States.ArrayContains($.provisioned.AccountIds, $.ManagementAccountId)' },
      ResultPath: '$.inManagement',
      Next: 'AreThereMoreAccounts',
    },
    AreThereMoreAccounts: {
      Type: 'Choice',
      Choices: [
        { Variable: '$.inManagement.is', BooleanEquals: true, Next: next },
        { ...isPresent('$.provisioned.NextToken'), Next: 'ListMoreWhereProvisioned' },
      ],
      Default: next,
    },
  };
}

const described = (Problem: { Error: string } | null): State => ({
  Type: 'Pass',
  Parameters: {
    'Arn.$': '$.Arn',
    'Name.$': '$.described.Name',
    'Session.$': '$.described.Session',
    'Managed.$': '$.managed.Names',
    'CustomerManaged.$': '$.customer.Names',
    'HasInline.$': '$.hasInline.is',
    'HasBoundary.$': '$.hasBoundary.is',
    'Administers.$': '$.administers.is',
    Problem,
  },
  End: true,
});
