import { anyError, forEach, isPresent, type Machine, type Pass, type State, type Template } from '../asl.ts';
import { identityCenter, REFUSALS, refusals, settings, withSettings } from './calls.ts';
import { createUser } from './create-user.ts';
import { takeBack } from './take-back.ts';
import { provisionTarget } from './target.ts';

export const calls = identityCenter('provision-identity-center');
const { store, admin } = calls;

/** Nothing can be given to this person, whatever the target: each is an outcome that says why. */
const refuseAll = (name: string): State => ({
  Type: 'Pass',
  Parameters: { Error: name },
  ResultPath: '$.refusal',
  Next: 'ProvisionTargets',
});

/** Whose user it is, and how they sign in. `made`: by this execution, `here`, or `perhaps`, where an answer was lost. */
const takeUser = (
  from: string,
  firstSignIn: string,
  Next: string,
  { person = {}, ...made }: { made?: 'here' | 'perhaps'; person?: Template } = {},
): Pass => ({
  Type: 'Pass',
  Parameters: { user: { 'UserId.$': `${from}.UserId`, 'FirstSignIn.$': firstSignIn, ...made }, person },
  ResultPath: '$.who',
  Next,
});

const done = (person: string): Pass => ({
  Type: 'Pass',
  Parameters: { 'person.$': person },
  OutputPath: '$.person',
  End: true,
});

/** Somebody who was there before goes on as before. */
const AS_BEFORE = '$.signInAsBefore';

/** One person in every target. */
export const provisionPerson: Machine = {
  StartAt: 'IsWanted',
  States: {
    IsWanted: {
      Type: 'Choice',
      Comment: 'Only what the approver was shown is done, whatever was made or deleted since.',
      Choices: [
        { ...isPresent('$.refusal.Error'), Next: 'ProvisionTargets' },
        { ...isPresent('$.absent.Error'), Next: 'TakeAbsence' },
        {
          Not: { Variable: '$.inspected.UserName', StringEqualsPath: '$.person.userName' },
          Next: 'NotWhoWasInspected',
        },
        { ...isPresent('$.inspected.Found'), Next: 'TakeFound' },
        // People who come from a company’s directory are found and never made, whatever was inspected.
        { Not: { Variable: settings('users'), StringEquals: 'create' }, Next: 'ProvisionTargetsOfNobody' },
        { Not: isPresent('$.person.givenName'), Next: 'ProvisionTargetsOfNobody' },
        {
          And: [
            isPresent('$.inspected.Effects[0]'),
            { Variable: '$.inspected.Effects[0].Effect', StringEquals: 'create' },
          ],
          Next: 'CreateUser',
        },
      ],
      Default: 'CompareEffects',
    },
    CompareEffects: {
      Type: 'Pass',
      Comment: 'The first target is closed; another one may be open.',
      Parameters: { 'isNew.$': "States.ArrayContains($.inspected.Effects[*].Effect, 'create')" },
      ResultPath: '$.compared',
      Next: 'IsNewAnywhere',
    },
    IsNewAnywhere: {
      Type: 'Choice',
      Choices: [{ Variable: '$.compared.isNew', BooleanEquals: true, Next: 'CreateUser' }],
      Default: 'ProvisionTargetsOfNobody',
    },
    TakeAbsence: { Type: 'Pass', InputPath: '$.absent', ResultPath: '$.refusal', Next: 'ProvisionTargets' },
    NotWhoWasInspected: refuseAll('UserMismatch'),
    ProvisionTargetsOfNobody: {
      Type: 'Pass',
      Comment: 'Every effect is a refusal, and says why.',
      Parameters: { Error: 'UserMissing' },
      ResultPath: '$.refusal',
      Next: 'ProvisionTargets',
    },
    TakeFound: {
      Comment: 'Found by mail they may be called otherwise: that is what they sign in with.',
      ...takeUser('$.inspected.Found', AS_BEFORE, 'ListWhatTheyHad', {
        person: { 'userName.$': '$.inspected.Found.UserName' },
      }),
    },
    ListWhatTheyHad: admin(
      'listAccountAssignmentsForPrincipal',
      { 'PrincipalId.$': '$.who.user.UserId', PrincipalType: 'USER', MaxResults: 1 },
      {
        Comment:
          'By themselves or through a group, and now: another request may have given it since they were inspected.',
        ResultPath: '$.had',
        Catch: [anyError('ProvisionTargets', '$.had')],
        Next: 'ProvisionTargets',
      },
    ),
    ...createUser(store, {
      made: 'MadeHere',
      found: 'WhoseIsIt',
      taken: 'NameOrMailTaken',
      failed: 'CreateFailed',
      unknown: 'UserMayExist',
    }),
    MadeHere: takeUser('$.created', settings('firstSignIn'), 'ProvisionTargets', { made: 'here' }),
    WhoseIsIt: {
      Type: 'Choice',
      Comment:
        'A user is somebody’s by their mail. Who is older than this execution was made for another request, or by hand.',
      Choices: [
        {
          Not: {
            And: [
              isPresent('$.existing.Emails[0].Value'),
              { Variable: '$.existing.Emails[0].Value', StringEqualsPath: '$.person.email' },
            ],
          },
          Next: 'NameOrMailTaken',
        },
        {
          And: [isPresent('$.existing.UserStatus'), { Variable: '$.existing.UserStatus', StringEquals: 'DISABLED' }],
          Next: 'DisabledSince',
        },
        {
          And: [
            isPresent('$.existing.CreatedAt'),
            { Variable: '$.existing.CreatedAt', TimestampLessThanPath: '$$.Execution.StartTime' },
          ],
          Next: 'MadeSince',
        },
      ],
      Default: 'MadeHerePerhaps',
    },
    MadeSince: takeUser('$.existing', AS_BEFORE, 'ListWhatTheyHad'),
    MadeHerePerhaps: takeUser('$.existing', settings('firstSignIn'), 'ProvisionTargets', { made: 'perhaps' }),
    NameOrMailTaken: refuseAll('UserMismatch'),
    UserMayExist: refuseAll('UserMayExist'),
    DisabledSince: refuseAll('UserDisabled'),
    CreateFailed: {
      Type: 'Choice',
      Choices: refusals('$.failure', (name) => `${name}Create`),
      Default: 'CreateFailedOtherwise',
    },
    ...Object.fromEntries(REFUSALS.map((name) => [`${name}Create`, refuseAll(name)])),
    CreateFailedOtherwise: {
      Type: 'Pass',
      Parameters: { 'Error.$': '$.failure.Error' },
      ResultPath: '$.refusal',
      Next: 'ProvisionTargets',
    },
    ProvisionTargets: forEach(
      '$.targets',
      3,
      {
        ...withSettings,
        'target.$': '$$.Map.Item.Value',
        'effect.$': 'States.ArrayGetItem($.inspected.Effects, $$.Map.Item.Index)',
        'user.$': '$.who.user',
        'refusal.$': '$.refusal',
        progress: { asked: 0 },
      },
      provisionTarget(calls),
      { ResultPath: '$.person.Outcomes', Next: 'IsToStay' },
    ),
    IsToStay: {
      Type: 'Choice',
      Comment: 'Who was there before stays, and so does a user who was given anything.',
      Choices: [
        {
          Or: ['AccountAssignments[0]', 'NextToken', 'Error'].map((each) => isPresent(`$.had.${each}`)),
          Next: 'HadAccess',
        },
        { Not: isPresent('$.who.user.made'), Next: 'PersonDone' },
        {
          And: [isPresent('$.person.Outcomes[0]'), { Variable: '$.person.Outcomes[0].Status', StringEquals: 'done' }],
          Next: 'PersonDone',
        },
      ],
      Default: 'CompareOutcomes',
    },
    CompareOutcomes: {
      Type: 'Pass',
      Parameters: {
        'anyDone.$': "States.ArrayContains($.person.Outcomes[*].Status, 'done')",
        'anyPending.$': "States.ArrayContains($.person.Outcomes[*].Status, 'pending')",
        'anyPerhaps.$': "States.ArrayContains($.person.Outcomes[*].Error, 'MayBeAssigned')",
      },
      ResultPath: '$.achieved',
      Next: 'IsAnythingAchieved',
    },
    IsAnythingAchieved: {
      Type: 'Choice',
      Comment: 'What is under way may still succeed.',
      Choices: ['anyDone', 'anyPending', 'anyPerhaps'].map((any) => ({
        Variable: `$.achieved.${any}`,
        BooleanEquals: true,
        Next: 'PersonDone',
      })),
      Default: 'ListAssignments',
    },
    ...takeBack(calls, { done: 'PersonDone' }),
    HadAccess: {
      Comment:
        'Or it cannot be told: who lacks settings of the AWS CLI can ask for them, but who is sent them twice can use it no more. A page may be empty though others follow: API reference, ListAccountAssignmentsForPrincipal.',
      ...done('States.JsonMerge(States.JsonMerge($.person, $.who.person, false), $.before, false)'),
    },
    PersonDone: done('States.JsonMerge($.person, $.who.person, false)'),
  },
};
