import { anyError, forEach, isPresent, type Machine, type MapState, type State } from '../asl.ts';
import { inMember } from '../calls.ts';
import { isProfileOf, readApproved } from '../profile.ts';
import { NOT_YET, whileIamRecovers } from '../retries.ts';
import { classify, failureSays } from './classify.ts';
import { createUser } from './create.ts';
import { recognize } from './recognize.ts';
import { undo } from './undo.ts';

const iam = inMember('provision-iam-user');
const userName = { 'UserName.$': '$.person.userName' };

/** Gives each group, or each policy, of the profile: what fails for good is undone. */
function give(items: string, item: string, call: string, rest: Partial<MapState>): MapState {
  const action = call.charAt(0).toLowerCase() + call.slice(1);
  const task = iam(
    action,
    { 'UserName.$': '$.UserName', [`${item}.$`]: `$.${item}` },
    { Retry: [whileIamRecovers(NOT_YET)], ResultPath: null, End: true },
  );
  return forEach(
    items,
    1,
    { 'AccountId.$': '$.AccountId', ...userName, [`${item}.$`]: '$$.Map.Item.Value' },
    { StartAt: call, States: { [call]: task } },
    { ResultPath: null, Catch: [anyError('Classify', '$.failure')], ...rest },
  );
}

const failedWith = (error: { [key: string]: string }): State => ({
  Type: 'Pass',
  Parameters: { 'AccountId.$': '$.AccountId', Status: 'failed', ...error },
  End: true,
});
/** One person in one account: the user is whole, or undone. */
const onePair: Machine = {
  StartAt: 'IsWanted',
  States: {
    IsWanted: {
      Type: 'Choice',
      Comment:
        'Only what the approver was shown is done, even if the user that stood in the way was deleted since; and nothing for who has left.',
      Choices: [
        { ...isPresent('$.absent.Error'), Next: 'Absent' },
        {
          And: [
            { Variable: '$.effect.Effect', StringEquals: 'create' },
            { Variable: '$.effect.AccountId', StringEqualsPath: '$.AccountId' },
            { Variable: '$.inspectedUserName', StringEqualsPath: '$.person.userName' },
          ],
          Next: 'CreateUser',
        },
        { Variable: '$.effect.Why', IsPresent: true, Next: 'Refused' },
      ],
      Default: 'UserAlreadyExists',
    },
    Absent: failedWith({ 'Error.$': '$.absent.Error' }),
    Refused: failedWith({ 'Error.$': '$.effect.Why' }),
    ...createUser(iam, userName, { made: 'AddToGroups', look: 'GetExistingUser', refused: 'MayNotCreate' }),
    ...recognize(iam, {
      ours: 'AddToGroups',
      theirs: 'UserAlreadyExists',
      nobody: 'CreateFailed',
      unknown: 'UserMayExist',
    }),
    UserMayExist: failedWith({ Error: 'UserMayExist' }),
    UserAlreadyExists: failedWith({ Error: 'UserAlreadyExists' }),
    AddToGroups: give('$.Groups', 'GroupName', 'AddUserToGroup', { Next: 'AttachPolicies' }),
    AttachPolicies: give('$.PolicyArns', 'PolicyArn', 'AttachUserPolicy', { OutputPath: '$.outcome', End: true }),
    CreateFailed: {
      Type: 'Choice',
      Choices: [{ ...failureSays('*is not authorized to perform*'), Next: 'MayNotCreate' }],
      Default: 'Failed',
    },
    MayNotCreate: failedWith({ Error: 'NotPermitted' }),
    ...classify('DetachPolicies'),
    ...undo(iam, userName, 'Failed'),
    Failed: failedWith({ 'Error.$': '$.failure.Error' }),
  },
};

export const provisionIamUser: Machine = {
  Comment:
    "Creates IAM users in the accounts that inspect-iam-user has found: groups and policies first, never a password. A user is whole or undone; one person's failure in one account is an entry in their outcomes and stops nobody else.",
  StartAt: 'ReadProfile',
  States: {
    ...readApproved(
      isProfileOf('iam-user', ['grants.groups', 'grants.policyArns']),
      'that gives IAM users',
      'ProvisionUsers',
    ),
    ProvisionUsers: forEach(
      '$.Users',
      4,
      {
        'person.$': '$$.Map.Item.Value',
        'inspected.$': 'States.ArrayGetItem($.Inspected, $$.Map.Item.Index)',
        'absent.$': 'States.ArrayGetItem($.Absent, $$.Map.Item.Index)',
        'targets.$': '$.Targets',
        'grants.$': '$.profile.Object.grants',
        'RequestId.$': '$.RequestId',
        'RequestedBy.$': '$.RequestedBy',
        'ApprovedBy.$': '$.ApprovedBy',
        'ClaimUntil.$': '$.ClaimUntil',
      },
      {
        StartAt: 'ProvisionPairs',
        States: {
          ProvisionPairs: forEach(
            '$.targets',
            2,
            {
              'AccountId.$': '$$.Map.Item.Value.AccountId',
              'person.$': '$.person',
              'inspectedUserName.$': '$.inspected.UserName',
              'absent.$': '$.absent',
              'effect.$': 'States.ArrayGetItem($.inspected.Effects, $$.Map.Item.Index)',
              'Groups.$': '$.grants.groups',
              'PolicyArns.$': '$.grants.policyArns',
              'RequestId.$': '$.RequestId',
              'RequestedBy.$': '$.RequestedBy',
              'ApprovedBy.$': '$.ApprovedBy',
              'ClaimUntil.$': '$.ClaimUntil',
              outcome: {
                'AccountId.$': '$$.Map.Item.Value.AccountId',
                Status: 'done',
                FirstSignIn: 'temporary-password',
                'SignIn.$': '$$.Map.Item.Value.SignIn',
              },
            },
            onePair,
            { ResultPath: '$.person.Outcomes', OutputPath: '$.person', End: true },
          ),
        },
      },
      { ResultPath: '$.Results', Next: 'Provisioned' },
    ),
    Provisioned: { Type: 'Pass', Parameters: { 'Results.$': '$.Results' }, End: true },
  },
};
