import { anyError, arn, caught, type Machine, type State, says, type Task, type Template } from './asl.ts';
import { backoff } from './retries.ts';

/** Rates: 5 to 20 calls a second for all who ask in the organization. Source: AWS Organizations, Quotas. */
const whileOrganizationsRecovers = backoff(
  [
    'Organizations.TooManyRequestsException',
    'Organizations.ServiceException',
    'Organizations.SdkClientException',
    'States.Timeout',
  ],
  { longest: 20, attempts: 8 },
);

/** A question to AWS Organizations, asked from home. */
export const organizations = (action: string, Parameters: Template, rest: Partial<Task>): Task => ({
  Type: 'Task',
  Resource: arn(`states:::aws-sdk:organizations:${action}`),
  Parameters,
  TimeoutSeconds: 30,
  Retry: [whileOrganizationsRecovers],
  ...rest,
});

/** Who manages the organization, into `$.organization`. */
export const findManagementAccount = (rest: Partial<Task>): Task =>
  organizations(
    'describeOrganization',
    {},
    {
      ResultSelector: { 'ManagementAccountId.$': '$.Organization.MasterAccountId' },
      ResultPath: '$.organization',
      ...rest,
    },
  );

/** What a Map over the accounts of a request hands to `checkAccount`. */
export const accountToCheck: Template = {
  'AccountId.$': '$$.Map.Item.Value.id',
  'ManagementAccountId.$': '$.organization.ManagementAccountId',
  'accounts.$': '$.profile.Object.accounts',
  'isExcepted.$': 'States.ArrayContains($.profile.Object.accounts.except, $$.Map.Item.Value.id)',
  'isNamed.$': 'States.ArrayContains($.profile.Object.accounts.only, $$.Map.Item.Value.id)',
  parent: { 'Id.$': '$$.Map.Item.Value.id' },
};

/**
 * Whether the profile is offered in the account, by its id or by the units above it, and whether the account is in use; whatever
 * the bot says of it. The management account is offered where the profile names it, and nowhere else.
 * @param next the state that goes on with an account that is offered; it leads to `AccountFailed` itself, with `$.failure`
 */
export function checkAccount(next: string, states: Record<string, State>): Machine {
  return {
    StartAt: 'IsOfferedById',
    States: {
      IsOfferedById: {
        Type: 'Choice',
        Choices: [
          { Variable: '$.isExcepted', BooleanEquals: true, Next: 'AccountNotOffered' },
          { Variable: '$.isNamed', BooleanEquals: true, Next: 'DescribeAccount' },
          { Variable: '$.accounts.kind', StringEquals: 'only', Next: 'AccountNotOffered' },
          { Variable: '$.AccountId', StringEqualsPath: '$.ManagementAccountId', Next: 'AccountNotOffered' },
        ],
        Default: 'DescribeAccount',
      },
      DescribeAccount: organizations(
        'describeAccount',
        { 'AccountId.$': '$.AccountId' },
        {
          ResultPath: '$.described',
          Catch: [
            caught(['Organizations.AccountNotFoundException'], 'AccountNotFound', '$.failure'),
            anyError('AccountFailed', '$.failure'),
          ],
          Next: 'IsActive',
        },
      ),
      IsActive: {
        Type: 'Choice',
        Comment:
          'Status was retired in September 2026; a partition or an SDK that is behind may still answer it alone.',
        Choices: [
          ...['State', 'Status'].map((field) => ({
            And: [
              { Variable: `$.described.Account.${field}`, IsPresent: true },
              { Variable: `$.described.Account.${field}`, StringEquals: 'ACTIVE' },
            ],
            Next: 'HasUnits',
          })),
        ],
        Default: 'AccountNotActive',
      },
      HasUnits: {
        Type: 'Choice',
        Choices: [{ Variable: '$.accounts.kind', StringEquals: 'units', Next: 'ListParents' }],
        Default: next,
      },
      ListParents: organizations(
        'listParents',
        { 'ChildId.$': '$.parent.Id' },
        {
          ResultSelector: { 'Id.$': '$.Parents[0].Id', 'Type.$': '$.Parents[0].Type' },
          ResultPath: '$.parent',
          Catch: [anyError('AccountFailed', '$.failure')],
          Next: 'CompareUnit',
        },
      ),
      CompareUnit: {
        Type: 'Pass',
        Parameters: { 'isNamed.$': 'States.ArrayContains($.accounts.ous, $.parent.Id)' },
        ResultPath: '$.unit',
        Next: 'IsOfferedByUnit',
      },
      IsOfferedByUnit: {
        Type: 'Choice',
        Choices: [
          { Variable: '$.unit.isNamed', BooleanEquals: true, Next: next },
          { Variable: '$.parent.Type', StringEquals: 'ROOT', Next: 'AccountNotOffered' },
        ],
        Default: 'ListParents',
      },
      ...states,
      AccountFailed: {
        Type: 'Choice',
        Comment: 'Names what AWS says in a sentence alone: a refusal has the same name as a throttling.',
        Choices: [
          { ...says('$.failure.Cause', '*sts:AssumeRole*'), Next: 'AccountUnreachable' },
          { ...says('$.failure.Cause', '*is not authorized to perform*'), Next: 'AccountNotPermitted' },
        ],
        Default: 'AccountTrouble',
      },
      AccountTrouble: { Type: 'Pass', Parameters: problem({ 'Error.$': '$.failure.Error' }), End: true },
      AccountNotOffered: named('AccountNotOffered'),
      AccountNotFound: named('AccountNotFound'),
      AccountNotActive: named('AccountNotActive'),
      AccountUnreachable: named('AccountUnreachable'),
      AccountNotPermitted: named('NotPermitted'),
    },
  };
}

function problem(error: Template): Template {
  return { 'AccountId.$': '$.AccountId', SignIn: null, Problem: error, Checked: [] };
}

const named = (name: string): State => ({ Type: 'Pass', Parameters: problem({ Error: name }), End: true });
