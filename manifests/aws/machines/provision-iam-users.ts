import { anyError, arn, caught, forEach, type Machine, type MapState, type State } from './asl.ts';
import { inMember } from './calls.ts';
import { NOT_YET, whileIamRecovers } from './retries.ts';
import { findSignIn } from './sign-in.ts';

const iam = inMember('provision-iam-users');
const boundary = `States.Format('${arn('iam::{}:policy/boarding-pass-boundary')}', $.AccountId)`;
const userName = { 'UserName.$': '$.person.userName' };

/** Does one call for each group, or each policy, of the profile. */
function each(
  items: string,
  item: string,
  call: string,
  states: Record<string, State>,
  rest: Partial<MapState>,
): MapState {
  return forEach(
    items,
    1,
    { 'AccountId.$': '$.AccountId', ...userName, [`${item}.$`]: '$$.Map.Item.Value' },
    { StartAt: call, States: states },
    { ResultPath: null, ...rest },
  );
}

/** Gives: what fails for good is undone. */
function give(items: string, item: string, call: string, Next: string): MapState {
  const action = call.charAt(0).toLowerCase() + call.slice(1);
  const task = iam(
    action,
    { 'UserName.$': '$.UserName', [`${item}.$`]: `$.${item}` },
    { Retry: [whileIamRecovers(NOT_YET)], ResultPath: null, End: true },
  );
  return each(items, item, call, { [call]: task }, { Catch: [anyError('DetachPolicies', '$.failure')], Next });
}

/** Takes back: what was not there is passed over. */
function takeBack(items: string, item: string, call: string, Next: string): MapState {
  const action = call.charAt(0).toLowerCase() + call.slice(1);
  const task = iam(
    action,
    { 'UserName.$': '$.UserName', [`${item}.$`]: `$.${item}` },
    { ResultPath: null, Catch: [anyError(`${call}Skipped`, null)], End: true },
  );
  const skipped: State = {
    Type: 'Pass',
    Comment: 'It was not there, or may not be touched: DeleteUser tells whether anything is left.',
    End: true,
  };
  const states = { [call]: task, [`${call}Skipped`]: skipped };
  return each(items, item, call, states, { Catch: [anyError('UndoFailed', '$.undo')], Next });
}

const oneUser: Machine = {
  StartAt: 'WasThere',
  States: {
    WasThere: {
      Type: 'Pass',
      Comment: 'The approver was told that who was there stays untouched: they do, even if the user was deleted since.',
      Parameters: { 'before.$': 'States.ArrayContains($.Inspected, $.there)' },
      ResultPath: '$.wasThere',
      Next: 'IsNew',
    },
    IsNew: {
      Type: 'Choice',
      Choices: [{ Variable: '$.wasThere.before', BooleanEquals: true, Next: 'UserAlreadyExists' }],
      Default: 'CreateUser',
    },
    CreateUser: iam(
      'createUser',
      {
        ...userName,
        Path: '/onboarded/',
        'PermissionsBoundary.$': boundary,
        Tags: [
          { Key: 'onboarding:request', 'Value.$': '$.RequestId' },
          { Key: 'onboarding:requested-by', 'Value.$': '$.RequestedBy' },
          { Key: 'onboarding:approved-by', 'Value.$': '$.ApprovedBy' },
          { Key: 'onboarding:claimant', 'Value.$': '$.person.claimant' },
          { Key: 'onboarding:claim-until', 'Value.$': '$.ClaimUntil' },
          { Key: 'onboarding:claim', Value: 'open' },
        ],
      },
      {
        ResultPath: null,
        Catch: [
          caught(['Iam.EntityAlreadyExistsException'], 'GetExistingUser', '$.failure'),
          anyError('Failed', '$.failure'),
        ],
        Next: 'AddToGroups',
      },
    ),
    GetExistingUser: iam('getUser', userName, {
      Retry: [whileIamRecovers(NOT_YET)],
      ResultPath: '$.existing',
      Catch: [anyError('Failed', '$.failure')],
      Next: 'ExistingUserHasTags',
    }),
    ExistingUserHasTags: {
      Type: 'Choice',
      Choices: [{ Variable: '$.existing.User.Tags', IsPresent: true, Next: 'ExpectedUser' }],
      Default: 'UserAlreadyExists',
    },
    ExpectedUser: {
      Type: 'Pass',
      Parameters: {
        request: { Key: 'onboarding:request', 'Value.$': '$.RequestId' },
        claimant: { Key: 'onboarding:claimant', 'Value.$': '$.person.claimant' },
        'boundary.$': boundary,
      },
      ResultPath: '$.expected',
      Next: 'CompareExisting',
    },
    CompareExisting: {
      Type: 'Pass',
      Parameters: {
        'hasRequest.$': 'States.ArrayContains($.existing.User.Tags, $.expected.request)',
        'hasClaimant.$': 'States.ArrayContains($.existing.User.Tags, $.expected.claimant)',
      },
      ResultPath: '$.compared',
      Next: 'MadeByThisRequest',
    },
    MadeByThisRequest: {
      Type: 'Choice',
      Comment:
        'An earlier CreateUser of this very request may have worked while its answer was lost. A tag alone proves nothing: it can be set by others.',
      Choices: [
        {
          And: [
            { Variable: '$.compared.hasRequest', BooleanEquals: true },
            { Variable: '$.compared.hasClaimant', BooleanEquals: true },
            { Variable: '$.existing.User.Path', StringEquals: '/onboarded/' },
            { Variable: '$.existing.User.PermissionsBoundary.PermissionsBoundaryArn', IsPresent: true },
            {
              Variable: '$.existing.User.PermissionsBoundary.PermissionsBoundaryArn',
              StringEqualsPath: '$.expected.boundary',
            },
          ],
          Next: 'AddToGroups',
        },
      ],
      Default: 'UserAlreadyExists',
    },
    UserAlreadyExists: {
      Type: 'Pass',
      Result: { Error: 'UserAlreadyExists', Cause: 'The account has a user of this name; it was left untouched.' },
      ResultPath: '$.failure',
      Next: 'Failed',
    },
    AddToGroups: give('$.Groups', 'GroupName', 'AddUserToGroup', 'AttachPolicies'),
    AttachPolicies: give('$.PolicyArns', 'PolicyArn', 'AttachUserPolicy', 'Created'),
    Created: {
      Type: 'Pass',
      Parameters: { 'result.$': 'States.JsonMerge($.person, $.made, false)' },
      OutputPath: '$.result',
      End: true,
    },
    DetachPolicies: takeBack('$.PolicyArns', 'PolicyArn', 'DetachUserPolicy', 'LeaveGroups'),
    LeaveGroups: takeBack('$.Groups', 'GroupName', 'RemoveUserFromGroup', 'DeleteUser'),
    DeleteUser: iam('deleteUser', userName, {
      Retry: [whileIamRecovers(['Iam.DeleteConflictException', 'Iam.EntityTemporarilyUnmodifiableException'])],
      ResultPath: null,
      Catch: [caught(['Iam.NoSuchEntityException'], 'Failed', null), anyError('IsGone', '$.undo')],
      Next: 'Failed',
    }),
    IsGone: iam('getUser', userName, {
      Comment: 'A DeleteUser whose answer was lost has worked all the same.',
      ResultPath: null,
      Catch: [caught(['Iam.NoSuchEntityException'], 'Failed', null), anyError('UndoFailed', null)],
      Next: 'UndoFailed',
    }),
    UndoFailed: {
      Type: 'Pass',
      Parameters: {
        Error: 'UndoFailed',
        'Cause.$':
          "States.Format('{} Removing the half-made user failed too, {}: delete it by hand.', $.failure.Cause, $.undo.Error)",
      },
      ResultPath: '$.failure',
      Next: 'Failed',
    },
    Failed: {
      Type: 'Pass',
      Parameters: { 'result.$': 'States.JsonMerge($.person, $.failure, false)' },
      OutputPath: '$.result',
      End: true,
    },
  },
};

export const provisionIamUsers: Machine = {
  Comment:
    "Creates IAM users in one member account: groups and policies first, never a password. A user is whole or it is undone; one person's failure is an entry in Results and stops nobody else.",
  StartAt: 'ListAccountAliases',
  States: {
    ...findSignIn(iam, 'ProvisionUsers'),
    ProvisionUsers: forEach(
      '$.Users',
      4,
      {
        'person.$': '$$.Map.Item.Value',
        made: { 'LoginURL.$': '$.signIn.LoginURL' },
        'AccountId.$': '$.AccountId',
        'Groups.$': '$.Groups',
        'PolicyArns.$': '$.PolicyArns',
        'RequestId.$': '$.RequestId',
        'RequestedBy.$': '$.RequestedBy',
        'ApprovedBy.$': '$.ApprovedBy',
        'ClaimUntil.$': '$.ClaimUntil',
        there: { 'UserName.$': '$$.Map.Item.Value.userName', Exists: true },
        'Inspected.$': '$.Inspected',
      },
      oneUser,
      { ResultPath: '$.Results', Next: 'Provisioned' },
    ),
    Provisioned: { Type: 'Pass', Parameters: { 'Results.$': '$.Results' }, End: true },
  },
};
