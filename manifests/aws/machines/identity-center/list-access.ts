import { anyError, caught, forEach, isPresent, type State, type Template } from '../asl.ts';
import { type identityCenter, NOT_FOUND, withSettings } from './calls.ts';

type Admin = ReturnType<typeof identityCenter>['admin'];

/** So many pages of 100 are read while somebody waits. */
const PAGES = 10;

/**
 * What the user `$.user` has, by themselves and through groups: into `$.found`, and the names of its permission sets into `$.sets`; from
 * `BeginWithNothing` on.
 * @param onward where it goes on; where the user is gone; where it failed, with the error in `$.failure`
 */
export function listAccess(
  admin: Admin,
  { listed, nobody, failed }: { listed: string; nobody: string; failed: string },
): Record<string, State> {
  const orFail = anyError(failed, '$.failure');
  const list = (more: Template) =>
    admin(
      'listAccountAssignmentsForPrincipal',
      { 'PrincipalId.$': '$.user.UserId', PrincipalType: 'USER', MaxResults: 100, ...more },
      {
        ResultPath: '$.page',
        Catch: [caught(['SsoAdmin.ResourceNotFoundException'], nobody, null), orFail],
        Next: 'TrimPage',
      },
    );
  return {
    BeginWithNothing: {
      Type: 'Pass',
      Result: { list: [], pages: 0, isMore: false },
      ResultPath: '$.found',
      Next: 'ListAccess',
    },
    ListAccess: list({}),
    ListMoreAccess: list({ 'NextToken.$': '$.page.NextToken' }),
    TrimPage: forEach(
      '$.page.AccountAssignments',
      40,
      {
        'AccountId.$': '$$.Map.Item.Value.AccountId',
        'PermissionSetArn.$': '$$.Map.Item.Value.PermissionSetArn',
      },
      { StartAt: 'Trimmed', States: { Trimmed: { Type: 'Pass', End: true } } },
      {
        Comment: 'Which group gives it nobody has to know here, and a state holds 262,144 bytes.',
        ResultPath: '$.page.AccountAssignments',
        Next: 'AddPage',
      },
    ),
    AddPage: {
      Type: 'Pass',
      Parameters: {
        'lists.$': 'States.Array($.found.list, $.page.AccountAssignments)',
        'pages.$': 'States.MathAdd($.found.pages, 1)',
      },
      ResultPath: '$.found',
      Next: 'FlattenPages',
    },
    FlattenPages: {
      Type: 'Pass',
      Parameters: { 'list.$': '$.found.lists[*][*]', 'pages.$': '$.found.pages', isMore: false },
      ResultPath: '$.found',
      Next: 'IsThereMore',
    },
    IsThereMore: {
      Type: 'Choice',
      Choices: [
        { Not: isPresent('$.page.NextToken'), Next: 'CollectPermissionSets' },
        { Variable: '$.found.pages', NumericLessThan: PAGES, Next: 'ListMoreAccess' },
      ],
      Default: 'ThereIsMore',
    },
    ThereIsMore: { Type: 'Pass', Result: true, ResultPath: '$.found.isMore', Next: 'CollectPermissionSets' },
    CollectPermissionSets: {
      Type: 'Pass',
      Parameters: { 'arns.$': 'States.ArrayUnique($.found.list[*].PermissionSetArn)' },
      ResultPath: '$.sets',
      Next: 'NamePermissionSets',
    },
    NamePermissionSets: forEach(
      '$.sets.arns',
      5,
      { ...withSettings, 'Arn.$': '$$.Map.Item.Value' },
      {
        StartAt: 'DescribePermissionSet',
        States: {
          DescribePermissionSet: admin(
            'describePermissionSet',
            { 'PermissionSetArn.$': '$.Arn' },
            {
              ResultSelector: { 'Name.$': '$.PermissionSet.Name' },
              ResultPath: '$.described',
              Catch: [caught(NOT_FOUND.admin, 'PermissionSetGone', null)],
              Next: 'PermissionSetNamed',
            },
          ),
          PermissionSetNamed: {
            Type: 'Pass',
            Parameters: { 'Arn.$': '$.Arn', 'Name.$': '$.described.Name' },
            End: true,
          },
          PermissionSetGone: { Type: 'Pass', Parameters: { 'Arn.$': '$.Arn', Name: null }, End: true },
        },
      },
      { ResultPath: '$.sets', Catch: [orFail], Next: listed },
    ),
  };
}
