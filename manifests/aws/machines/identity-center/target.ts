import { GROUPS } from '../../../../src/contract/access.ts';
import { anyError, ifPresent, isPresent, type Machine, type State, says, type Template } from '../asl.ts';
import { assign } from './assign.ts';
import { type identityCenter, REFUSALS, refusals } from './calls.ts';
import { joinGroups } from './join-groups.ts';

type Calls = ReturnType<typeof identityCenter>;

/** AWS prepares an assignment; it takes seconds, or minutes. So often it is asked how far it is, of both tries together. */
const QUESTIONS = 20;
const PAUSE_SECONDS = 6;

const ofTarget: Template = { 'AccountId.$': '$.target.AccountId' };
const ofSet: Template = { ...ofTarget, 'PermissionSet.$': '$.target.PermissionSet.Name' };

const ended = (Status: 'done' | 'had' | 'pending' | 'failed', of: Template, rest: Template): State => ({
  Type: 'Pass',
  Parameters: { ...of, Status, ...rest },
  End: true,
});

const signIn: Template = {
  'FirstSignIn.$': '$.user.FirstSignIn',
  'SignIn.$': '$.target.SignIn',
  User: { 'UserId.$': '$.user.UserId' },
};
const isNotFound = { Variable: '$.failure.Error', StringMatches: '*.ResourceNotFoundException' };
const failed = (error: Template): State => ended('failed', ofTarget, error);

/** One person in one target: membership of the groups, or one permission set in one account. */
export function provisionTarget({ store, admin }: Calls): Machine {
  return {
    StartAt: 'IsTargetWanted',
    States: {
      IsTargetWanted: {
        Type: 'Choice',
        Choices: [
          {
            Not: { Variable: '$.effect.AccountId', StringEqualsPath: '$.target.AccountId' },
            Next: 'NotThisTarget',
          },
          { ...isPresent('$.effect.Why'), Next: 'RefusedBefore' },
          { ...isPresent('$.refusal.Error'), Next: 'RefusedNow' },
          { Variable: '$.effect.Effect', StringEquals: 'has', Next: 'HadBefore' },
          { Variable: '$.target.AccountId', StringEquals: GROUPS, Next: 'JoinGroups' },
        ],
        Default: 'CreateAssignment',
      },
      NotThisTarget: failed({ Error: 'UserMismatch' }),
      RefusedBefore: failed({ 'Error.$': '$.effect.Why' }),
      RefusedNow: failed({ 'Error.$': '$.refusal.Error' }),
      HadBefore: ended('had', ofTarget, signIn),

      ...joinGroups(store, { joined: 'Joined', failed: 'TargetFailed', stuck: 'GroupsLeft' }),
      Joined: ended('done', ofTarget, signIn),
      GroupsLeft: failed({ Error: 'GroupsLeft' }),

      ...assign(admin, { begun: 'IsAssigned', assigned: 'Assigned', failed: 'TargetFailed', unknown: 'MayBeAssigned' }),
      MayBeAssigned: ended('failed', ofSet, { Error: 'MayBeAssigned' }),
      IsAssigned: {
        Type: 'Choice',
        Choices: [
          { Variable: '$.progress.assignment.is.Status', StringEquals: 'SUCCEEDED', Next: 'Assigned' },
          { Variable: '$.progress.assignment.is.Status', StringEquals: 'FAILED', Next: 'WasTriedAgain' },
          { Variable: '$.progress.asked', NumericGreaterThanEquals: QUESTIONS, Next: 'Pending' },
        ],
        Default: 'GiveItTime',
      },
      GiveItTime: { Type: 'Wait', Seconds: PAUSE_SECONDS, Next: 'AskHowFar' },
      AskHowFar: admin(
        'describeAccountAssignmentCreationStatus',
        { 'AccountAssignmentCreationRequestId.$': '$.progress.assignment.is.RequestId' },
        {
          ResultSelector: { 'is.$': '$.AccountAssignmentCreationStatus' },
          ResultPath: '$.answer',
          Catch: [anyError('Pending', null)],
          Next: 'CountQuestion',
        },
      ),
      CountQuestion: {
        Type: 'Pass',
        Parameters: { 'assignment.$': '$.answer', 'asked.$': 'States.MathAdd($.progress.asked, 1)' },
        ResultPath: '$.progress',
        Next: 'IsAssigned',
      },
      Assigned: ended('done', ofSet, signIn),
      Pending: ended('pending', ofSet, { ...signIn, 'RequestId.$': '$.progress.assignment.is.RequestId' }),
      WasTriedAgain: ifPresent('$.again', 'HasReason', 'TryAgain'),
      TryAgain: {
        Type: 'Pass',
        Comment: 'AWS fails at one moment what it does at another.',
        Result: true,
        ResultPath: '$.again',
        Next: 'CreateAssignment',
      },
      HasReason: ifPresent('$.progress.assignment.is.FailureReason', 'FailedWithReason', 'FailedWithoutReason'),
      FailedWithReason: ended('failed', ofSet, {
        Error: 'AssignmentFailed',
        'Reason.$': '$.progress.assignment.is.FailureReason',
      }),
      FailedWithoutReason: ended('failed', ofSet, { Error: 'AssignmentFailed' }),

      TargetFailed: {
        Type: 'Choice',
        Choices: [
          ...refusals('$.failure', (name) => name),
          { And: [isNotFound, says('$.failure.Cause', '*USER*')], Next: 'UserGone' },
          { And: [isNotFound, says('$.failure.Cause', '*PermissionSet*')], Next: 'PermissionSetMissing' },
          { And: [isNotFound, says('$.failure.Cause', '*GROUP*')], Next: 'GroupMissing' },
        ],
        Default: 'FailedOtherwise',
      },
      ...Object.fromEntries(
        [...REFUSALS, 'GroupMissing', 'PermissionSetMissing', 'UserGone'].map((name): [string, State] => [
          name,
          failed({ Error: name }),
        ]),
      ),
      FailedOtherwise: failed({ 'Error.$': '$.failure.Error' }),
    },
  };
}
