import { caught, forEach, type Machine, type MapState, placeholder, type State } from '../asl.ts';
import { type identityCenter, NOT_FOUND, withSettings } from './calls.ts';

type Calls = ReturnType<typeof identityCenter>;

/** AWS's policies whose holder can give themselves anything. */
const ADMINISTERS = [
  'AdministratorAccess',
  'IAMFullAccess',
  'AWSSSOMasterAccountAdministrator',
  'AWSOrganizationsFullAccess',
];

/** Inline policies whose holder can: every action, or every one of IAM. */
const ADMINISTERS_INLINE = [
  ...['"Action":"\\*"', '"Action": "\\*"', '"Action" : "\\*"', '["\\*"', '[ "\\*"', '"iam:\\*"', '"\\*:\\*"'].map(
    (text) => `*${text}*`,
  ),
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
      ListWhereProvisioned: admin(
        'listAccountsForProvisionedPermissionSet',
        { ...ofSet, MaxResults: 100 },
        {
          ResultSelector: { 'AccountIds.$': '$.AccountIds' },
          ResultPath: '$.provisioned',
          Next: 'CompareSet',
        },
      ),
      CompareSet: {
        Type: 'Pass',
        Parameters: {
          'isInManagement.$': 'States.ArrayContains($.provisioned.AccountIds, $.ManagementAccountId)',
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
          {
            And: [
              { Variable: '$.hasInline.is', BooleanEquals: true },
              { Or: ADMINISTERS_INLINE.map((StringMatches) => ({ Variable: '$.inline.InlinePolicy', StringMatches })) },
            ],
            Next: 'Administers',
          },
        ],
        Default: 'AdministersNot',
      },
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
              { Variable: '$.compared.isInManagement', BooleanEquals: true },
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
