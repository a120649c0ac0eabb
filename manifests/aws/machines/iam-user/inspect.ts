import { accountToCheck, checkAccount, findManagementAccount } from '../accounts.ts';
import { anyError, caught, forEach, type Machine, type State } from '../asl.ts';
import { inMember } from '../calls.ts';
import { nothingFound } from '../inspection.ts';
import { isProfileOf, readProfile } from '../profile.ts';
import { findSignIn } from './sign-in.ts';

const iam = inMember('inspect-iam-user');

const oneGroup: Machine = {
  StartAt: 'GetGroup',
  States: {
    GetGroup: iam(
      'getGroup',
      { 'GroupName.$': '$.Name', MaxItems: 1 },
      {
        ResultSelector: { Kind: 'group', 'Name.$': '$.Group.GroupName', Exists: true },
        Catch: [caught(['Iam.NoSuchEntityException'], 'NoSuchGroup', '$.error')],
        End: true,
      },
    ),
    NoSuchGroup: { Type: 'Pass', Parameters: { Kind: 'group', 'Name.$': '$.Name', Exists: false }, End: true },
  },
};

const oneAccount = checkAccount('ListAccountAliases', {
  ...findSignIn(iam, 'InspectGroups', [anyError('AccountFailed', '$.failure')]),
  InspectGroups: forEach('$.groups', 5, { 'AccountId.$': '$.AccountId', 'Name.$': '$$.Map.Item.Value' }, oneGroup, {
    ResultPath: '$.checked',
    Catch: [anyError('AccountFailed', '$.failure')],
    Next: 'AccountInspected',
  }),
  AccountInspected: {
    Type: 'Pass',
    Parameters: { 'AccountId.$': '$.AccountId', 'SignIn.$': '$.signIn', Problem: null, 'Checked.$': '$.checked' },
    End: true,
  },
});

const refuse = (why: { [key: string]: string }): State => ({
  Type: 'Pass',
  Parameters: { 'AccountId.$': '$.AccountId', Effect: 'refuse', ...why },
  End: true,
});

/** What an approval would do for one person in one account. */
const onePair: Machine = {
  StartAt: 'CanBeGiven',
  States: {
    CanBeGiven: {
      Type: 'Choice',
      Comment:
        'A claim is its owner’s: of somebody in Slack by their id, of anybody else by the hash of their address.',
      Choices: [
        { Not: { Variable: '$.target.Problem', IsNull: true }, Next: 'RefusedInAccount' },
        { Not: { Variable: '$.person.mailbox', IsPresent: true }, Next: 'RefusedClaimant' },
        {
          And: [
            { Variable: '$.person.slackUserId', IsPresent: true },
            { Variable: '$.person.slackUserId', StringEqualsPath: '$.person.claimant' },
          ],
          Next: 'GetUser',
        },
        {
          And: [
            { Not: { Variable: '$.person.slackUserId', IsPresent: true } },
            { Variable: '$.person.claimant', StringEqualsPath: '$.claimantByMail' },
          ],
          Next: 'GetUser',
        },
      ],
      Default: 'RefusedClaimant',
    },
    GetUser: iam(
      'getUser',
      { 'UserName.$': '$.person.userName' },
      {
        ResultPath: null,
        Catch: [caught(['Iam.NoSuchEntityException'], 'NoSuchUser', '$.error'), anyError('RefusedByIam', '$.failure')],
        Next: 'UserExists',
      },
    ),
    UserExists: refuse({ Why: 'UserAlreadyExists' }),
    NoSuchUser: { Type: 'Pass', Parameters: { 'AccountId.$': '$.AccountId', Effect: 'create' }, End: true },
    RefusedInAccount: refuse({ 'Why.$': '$.target.Problem.Error' }),
    RefusedClaimant: refuse({ Why: 'ClaimantMismatch' }),
    RefusedByIam: refuse({ 'Why.$': '$.failure.Error' }),
  },
};

export const inspectIamUser: Machine = {
  Comment:
    'What is there before anybody is asked to approve: what the profile gives, whether it is offered in each account and who exists there already. Reads, and changes nothing.',
  StartAt: 'ReadProfile',
  States: {
    ReadProfile: readProfile('$.failure', { Next: 'IsOurs' }),
    IsOurs: {
      Type: 'Choice',
      Choices: [
        {
          ...isProfileOf('iam-user', ['grants.groups', 'grants.policyArns']),
          Next: 'FindManagementAccount',
        },
      ],
      Default: 'ProfileUnreadable',
    },
    FindManagementAccount: findManagementAccount({
      Catch: [anyError('OrganizationUnreadable', '$.failure')],
      Next: 'InspectAccounts',
    }),
    InspectAccounts: forEach(
      '$.Accounts',
      5,
      { ...accountToCheck, 'groups.$': '$.profile.Object.grants.groups' },
      oneAccount,
      { ResultPath: '$.Targets', Next: 'InspectUsers' },
    ),
    InspectUsers: forEach(
      '$.Users',
      5,
      {
        'person.$': '$$.Map.Item.Value',
        'claimantByMail.$': "States.Hash($$.Map.Item.Value.email, 'SHA-256')",
        'targets.$': '$.Targets',
        found: { 'UserName.$': '$$.Map.Item.Value.userName' },
      },
      {
        StartAt: 'InspectPairs',
        States: {
          InspectPairs: forEach(
            '$.targets',
            5,
            {
              'AccountId.$': '$$.Map.Item.Value.AccountId',
              'target.$': '$$.Map.Item.Value',
              'person.$': '$.person',
              'claimantByMail.$': '$.claimantByMail',
            },
            onePair,
            { ResultPath: '$.found.Effects', OutputPath: '$.found', End: true },
          ),
        },
      },
      { ResultPath: '$.Found', Next: 'Inspected' },
    ),
    Inspected: {
      Type: 'Pass',
      Parameters: {
        Profile: {
          'Grants.$': '$.profile.Object.grants',
          'Version.$': '$.profile.Version',
          'Approvers.$': '$.profile.Object.approvers',
        },
        'Targets.$': '$.Targets',
        'Users.$': '$.Found',
        Problem: null,
      },
      End: true,
    },
    ProfileMissing: nothingFound({ Error: 'ProfileMissing' }),
    ProfileUnavailable: nothingFound({ Error: 'ProfileUnavailable' }),
    ProfileUnreadable: nothingFound({ Error: 'ProfileUnreadable' }),
    OrganizationUnreadable: nothingFound({ Error: 'OrganizationUnreadable' }),
  },
};
