import { GROUPS } from '../../../../src/contract/access.ts';
import { accountToCheck, checkAccount } from '../accounts.ts';
import { anyError, forEach, ifPresent, type MapState, placeholder, type State, type Template } from '../asl.ts';
import { portal, withSettings } from './calls.ts';

/** The accounts of the request, each as it was found in the organization. */
export const checkAccounts = (rest: Partial<MapState>): MapState =>
  forEach(
    '$.Accounts',
    5,
    accountToCheck,
    checkAccount('AccountIsFine', {
      AccountIsFine: { Type: 'Pass', Parameters: { 'AccountId.$': '$.AccountId', Problem: null }, End: true },
    }),
    rest,
  );

const isAccount = (name: string) => ({ Variable: '$.AccountId', StringEquals: placeholder(name) });
const isManagementAccount = { Variable: '$.AccountId', StringEqualsPath: '$.ManagementAccountId' };

/** Identity Center is administered by the management account, and not by a delegate, who may do less. */
const administersItself = { Variable: '$.ManagementAccountId', StringEquals: placeholder('IdentityCenterAccountId') };

const target = (problem: Template): State => ({
  Type: 'Pass',
  Parameters: {
    'AccountId.$': '$.AccountId',
    PermissionSet: { 'Name.$': '$.set.Name', 'Arn.$': '$.set.Arn' },
    SignIn: portal,
    ...problem,
    Checked: [],
  },
  End: true,
});

const membership = (Problem: { Error: string } | null): State => ({
  Type: 'Pass',
  Parameters: {
    list: [{ AccountId: GROUPS, SignIn: portal, Problem, 'Checked.$': '$.groups' }],
  },
  ResultPath: '$.groupTargets',
  Next: 'CrossTargets',
});

/** Every account with every permission set, and membership where the profile gives groups: into `$.targets.list`, from `CompareGroups` on. */
export function crossTargets(next: string, failed: string): Record<string, State> {
  return {
    CompareGroups: {
      Type: 'Pass',
      Parameters: {
        'ids.$': '$.groups[*].GroupId',
        'anyFromDirectory.$': 'States.ArrayContains($.groups[*].FromDirectory, true)',
        'anyMissing.$': 'States.ArrayContains($.groups[*].Exists, false)',
      },
      ResultPath: '$.comparedGroups',
      Next: 'AnyGroupsGiven',
    },
    AnyGroupsGiven: ifPresent('$.groups[0]', 'AreTheyOurs', 'NoGroups'),
    NoGroups: { Type: 'Pass', Result: { list: [] }, ResultPath: '$.groupTargets', Next: 'CrossTargets' },
    AreTheyOurs: {
      Type: 'Choice',
      Choices: [
        { Variable: '$.comparedGroups.anyMissing', BooleanEquals: true, Next: 'GroupsMissing' },
        { Variable: '$.comparedGroups.anyFromDirectory', BooleanEquals: true, Next: 'GroupsFromDirectory' },
      ],
      Default: 'GroupsOfOurs',
    },
    GroupsMissing: membership({ Error: 'GroupMissing' }),
    GroupsFromDirectory: membership({ Error: 'GroupFromDirectory' }),
    GroupsOfOurs: membership(null),
    CrossTargets: forEach(
      '$.checkedAccounts',
      5,
      {
        ...withSettings,
        'account.$': '$$.Map.Item.Value',
        'sets.$': '$.sets',
        'ManagementAccountId.$': '$.organization.ManagementAccountId',
      },
      {
        StartAt: 'CrossSets',
        States: {
          CrossSets: forEach(
            '$.sets',
            3,
            {
              ...withSettings,
              'AccountId.$': '$.account.AccountId',
              'problem.$': '$.account.Problem',
              'set.$': '$$.Map.Item.Value',
              'ManagementAccountId.$': '$.ManagementAccountId',
            },
            {
              StartAt: 'IsAccountFine',
              States: {
                IsAccountFine: {
                  Type: 'Choice',
                  Choices: [
                    { Not: { Variable: '$.problem', IsNull: true }, Next: 'OfAccount' },
                    { And: [isManagementAccount, { Not: administersItself }], Next: 'OfManagementAccount' },
                    {
                      Or: [
                        isAccount('HomeAccountId'),
                        { And: [isAccount('IdentityCenterAccountId'), { Not: administersItself }] },
                      ],
                      Next: 'OfAccountOfOurs',
                    },
                  ],
                  Default: 'OfSet',
                },
                OfSet: target({ 'Problem.$': '$.set.Problem' }),
                OfAccount: target({ 'Problem.$': '$.problem' }),
                OfManagementAccount: target({ Problem: { Error: 'ManagementAccountClosed' } }),
                OfAccountOfOurs: target({ Problem: { Error: 'AccountOfOurs' } }),
              },
            },
            { End: true },
          ),
        },
      },
      { ResultPath: '$.crossed', Catch: [anyError(failed, '$.failure')], Next: 'FlattenSets' },
    ),
    FlattenSets: {
      Type: 'Pass',
      Parameters: { 'lists.$': 'States.Array($.groupTargets.list, $.crossed[*][*])' },
      ResultPath: '$.flat',
      Next: 'FlattenTargets',
    },
    FlattenTargets: {
      Type: 'Pass',
      Parameters: { 'list.$': '$.flat.lists[*][*]' },
      ResultPath: '$.targets',
      Next: next,
    },
  };
}
