import { anyError, caught, forEach, ifPresent, isPresent, type Machine, type State } from '../asl.ts';
import { by, identityCenter, refusals, settings, withSettings } from './calls.ts';
import { takeBack } from './take-back.ts';
import { provisionTarget } from './target.ts';

export const calls = identityCenter('provision-identity-center');
const { store } = calls;

/** How a person signs in. Somebody who was there before goes on as before. */
const firstSignIn = (rest: Partial<Record<'FirstSignIn' | 'FirstSignIn.$', string>>, Next: string): State => ({
  Type: 'Pass',
  Parameters: rest,
  ResultPath: '$.signsIn',
  Next,
});

/** Nothing can be given to this person, whatever the target: each is an outcome that says why. */
const refuseAll = (name: string): State => ({
  Type: 'Pass',
  Parameters: { Error: name },
  ResultPath: '$.refusal',
  Next: 'ProvisionTargets',
});

/** One person in every target. */
export const provisionPerson: Machine = {
  StartAt: 'CompareEffects',
  States: {
    CompareEffects: {
      Type: 'Pass',
      Parameters: { 'isNew.$': "States.ArrayContains($.inspected.Effects[*].Effect, 'create')" },
      ResultPath: '$.compared',
      Next: 'IsWanted',
    },
    IsWanted: {
      Type: 'Choice',
      Comment: 'Only what the approver was shown is done, whatever was made or deleted since.',
      Choices: [
        {
          Not: { Variable: '$.inspected.UserName', StringEqualsPath: '$.person.userName' },
          Next: 'NotWhoWasInspected',
        },
        { ...isPresent('$.inspected.Found'), Next: 'TakeFound' },
        {
          And: [{ Variable: '$.compared.isNew', BooleanEquals: true }, isPresent('$.person.givenName')],
          Next: 'CreateUser',
        },
      ],
      Default: 'ProvisionTargetsOfNobody',
    },
    NotWhoWasInspected: refuseAll('UserMismatch'),
    ProvisionTargetsOfNobody: {
      Type: 'Pass',
      Comment: 'Every effect is a refusal, and says why.',
      Parameters: { Error: 'UserMissing' },
      ResultPath: '$.refusal',
      Next: 'ProvisionTargets',
    },
    TakeFound: { Type: 'Pass', InputPath: '$.inspected.Found', ResultPath: '$.user', Next: 'TakeTheirName' },
    TakeTheirName: {
      Type: 'Pass',
      Comment: 'Found by mail they may be called otherwise: that is what they sign in with.',
      InputPath: '$.user.UserName',
      ResultPath: '$.person.userName',
      Next: 'IsOfCompany',
    },
    IsOfCompany: {
      Type: 'Choice',
      Choices: [{ Variable: settings('users'), StringEquals: 'existing', Next: 'SignsInAtCompany' }],
      Default: 'SignsInAsBefore',
    },
    SignsInAtCompany: firstSignIn({ FirstSignIn: 'company-account' }, 'ProvisionTargets'),
    SignsInAsBefore: firstSignIn({ FirstSignIn: 'as-before' }, 'ProvisionTargets'),
    CreateUser: store(
      'createUser',
      {
        'UserName.$': '$.person.userName',
        'DisplayName.$': '$.person.displayName',
        Name: { 'GivenName.$': '$.person.givenName', 'FamilyName.$': '$.person.familyName' },
        Emails: [{ 'Value.$': '$.person.email', Type: 'work', Primary: true }],
      },
      {
        ResultSelector: { 'UserId.$': '$.UserId' },
        ResultPath: '$.user',
        Catch: [
          caught(['Identitystore.ConflictException'], 'FindByName', '$.failure'),
          anyError('CreateFailed', '$.failure'),
        ],
        Next: 'MadeHere',
      },
    ),
    FindByName: store('getUserId', by('userName', '$.person.userName'), {
      Comment:
        'An earlier CreateUser of this execution may have worked while its answer was lost: nobody was there before.',
      ResultPath: '$.user',
      Catch: [anyError('NameOrMailTaken', null)],
      Next: 'DescribeUser',
    }),
    DescribeUser: store(
      'describeUser',
      { 'UserId.$': '$.user.UserId' },
      { ResultPath: '$.existing', Catch: [anyError('NameOrMailTaken', null)], Next: 'IsWhatWeMade' },
    ),
    IsWhatWeMade: {
      Type: 'Choice',
      Choices: [
        {
          And: [
            isPresent('$.existing.Emails[0].Value'),
            isPresent('$.existing.DisplayName'),
            { Variable: '$.existing.Emails[0].Value', StringEqualsPath: '$.person.email' },
            { Variable: '$.existing.DisplayName', StringEqualsPath: '$.person.displayName' },
          ],
          Next: 'MadeHere',
        },
      ],
      Default: 'NameOrMailTaken',
    },
    NameOrMailTaken: refuseAll('UserMismatch'),
    CreateFailed: {
      Type: 'Choice',
      Choices: refusals('$.failure', {
        unreachable: 'MayNotReach',
        key: 'KeyRefuses',
        notPermitted: 'MayNotCreate',
      }),
      Default: 'CreateFailedOtherwise',
    },
    MayNotReach: refuseAll('DirectoryUnreachable'),
    KeyRefuses: refuseAll('KeyRefused'),
    MayNotCreate: refuseAll('DirectoryNotPermitted'),
    CreateFailedOtherwise: {
      Type: 'Pass',
      Parameters: { 'Error.$': '$.failure.Error' },
      ResultPath: '$.refusal',
      Next: 'ProvisionTargets',
    },
    MadeHere: {
      Type: 'Pass',
      Parameters: { 'FirstSignIn.$': settings('firstSignIn'), isMadeHere: true },
      ResultPath: '$.signsIn',
      Next: 'ProvisionTargets',
    },
    ProvisionTargets: forEach(
      '$.targets',
      3,
      {
        ...withSettings,
        'target.$': '$$.Map.Item.Value',
        'effect.$': 'States.ArrayGetItem($.inspected.Effects, $$.Map.Item.Index)',
        'user.$': '$.user',
        'refusal.$': '$.refusal',
        'signsIn.$': '$.signsIn',
        'groups.$': '$.groups',
      },
      provisionTarget(calls),
      { ResultPath: '$.person.Outcomes', Next: 'WasMadeHere' },
    ),
    WasMadeHere: ifPresent('$.signsIn.isMadeHere', 'CompareOutcomes', 'PersonDone'),
    CompareOutcomes: {
      Type: 'Pass',
      Parameters: {
        'anyDone.$': "States.ArrayContains($.person.Outcomes[*].Status, 'done')",
        'anyPending.$': "States.ArrayContains($.person.Outcomes[*].Status, 'pending')",
      },
      ResultPath: '$.achieved',
      Next: 'IsAnythingAchieved',
    },
    IsAnythingAchieved: {
      Type: 'Choice',
      Comment: 'A user who has anything stays. What is under way may still succeed.',
      Choices: [
        { Variable: '$.achieved.anyDone', BooleanEquals: true, Next: 'PersonDone' },
        { Variable: '$.achieved.anyPending', BooleanEquals: true, Next: 'PersonDone' },
      ],
      Default: 'LeaveGroups',
    },
    ...takeBack(calls, { done: 'PersonDone' }),
    PersonDone: { Type: 'Pass', OutputPath: '$.person', End: true },
  },
};
