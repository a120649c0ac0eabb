import { caught, isPresent, type State, says, type Template } from '../asl.ts';
import type { InMember } from '../calls.ts';
import { NOT_YET, PASSING, whileIamRecovers } from '../retries.ts';

/** Seconds in which every other wish of the same moment has left its mark, and IAM shows the last one. */
const OTHERS_TAKE = 3;
/** Fewer: what is read of a user is acted on before whoever marks them meanwhile looks for their own mark. */
const READING_HOLDS = 2;
/** So often IAM is asked to take the password. */
const TRIES = 6;

/** The tag on a user that says who replaces their password, and since when they have been about to. */
const MARK = 'onboarding:replacement';

/** When the password was made, as far as IAM is asked for it only afterwards. */
export const madeAt: Template = { 'At.$': '$$.State.EnteredTime' };

const userName: Template = { 'UserName.$': '$.UserName' };
const orAgain = [caught([...PASSING, ...NOT_YET], 'CountTries', null)];

/** What this execution marks a user with, from `OwnMark` on. Of two marks the greater one is of the later wish. */
export const ownMark = (next: string): Record<string, State> => ({
  OwnMark: {
    Type: 'Pass',
    Parameters: {
      tag: { Key: MARK, 'Value.$': "States.Format('{} {}', $$.Execution.StartTime, $$.Execution.Name)" },
      tries: { count: 1 },
    },
    ResultPath: '$.mark',
    Next: next,
  },
});

/**
 * Replaces a password, from `ReadMark` on. A wish that finds the mark of a later one stands back, however late it comes itself: that
 * one's password may be on a screen already. Of several at the same moment the last one to mark the user goes on. Whoever has to ask IAM
 * again begins with looking whether the owner has a password of their own by now.
 */
export const replacePassword = (iam: InMember, newPassword: Template, next: string): Record<string, State> => ({
  ReadMark: iam('getUser', userName, {
    TimeoutSeconds: READING_HOLDS,
    Retry: [],
    ResultPath: '$.marked',
    Catch: orAgain,
    Next: 'CompareMark',
  }),
  CompareMark: {
    Type: 'Pass',
    Parameters: {
      'isOwn.$': 'States.ArrayContains($.marked.User.Tags, $.mark.tag)',
      'tags.$': 'States.JsonToString($.marked.User.Tags)',
    },
    ResultPath: '$.compared',
    Next: 'WhoseMark',
  },
  WhoseMark: {
    Type: 'Choice',
    Choices: [
      { Variable: '$.compared.isOwn', BooleanEquals: true, Next: 'UpdateLoginProfile' },
      { ...isPresent('$.mark.isLeft'), Next: 'Overtaken' },
      { ...says('$.compared.tags', `*"${MARK}"*`), Next: 'OtherMark' },
    ],
    Default: 'MarkReplacement',
  },
  OtherMark: {
    Type: 'Pass',
    Parameters: { 'mark.$': `$.marked.User.Tags[?(@.Key == '${MARK}')].Value` },
    ResultPath: '$.other',
    Next: 'IsOtherLater',
  },
  IsOtherLater: {
    Type: 'Choice',
    Choices: [{ Variable: '$.other.mark[0]', StringGreaterThanPath: '$.mark.tag.Value', Next: 'Overtaken' }],
    Default: 'MarkReplacement',
  },
  MarkReplacement: iam(
    'tagUser',
    { ...userName, Tags: [{ Key: MARK, 'Value.$': '$.mark.tag.Value' }] },
    {
      Retry: [],
      ResultSelector: { isKnown: true },
      ResultPath: '$.mark.isLeft',
      Catch: orAgain,
      Next: 'LetOthersMark',
    },
  ),
  LetOthersMark: { Type: 'Wait', Seconds: OTHERS_TAKE, Next: 'ReadProfileAgain' },
  ReadProfileAgain: iam('getLoginProfile', userName, {
    TimeoutSeconds: READING_HOLDS,
    Retry: [whileIamRecovers([], 4)],
    ResultPath: '$.existing',
    Next: 'IsStillTemporary',
  }),
  IsStillTemporary: {
    Type: 'Choice',
    Choices: [
      { Variable: '$.existing.LoginProfile.PasswordResetRequired', BooleanEquals: false, Next: 'AlreadySignedIn' },
    ],
    Default: 'ReadMark',
  },
  UpdateLoginProfile: iam('updateLoginProfile', newPassword, {
    Retry: [],
    ResultSelector: madeAt,
    ResultPath: '$.made',
    Catch: orAgain,
    Next: next,
  }),
  CountTries: {
    Type: 'Pass',
    Parameters: { 'count.$': 'States.MathAdd($.mark.tries.count, 1)' },
    ResultPath: '$.mark.tries',
    Next: 'MayTryAgain',
  },
  MayTryAgain: {
    Type: 'Choice',
    Choices: [{ Variable: '$.mark.tries.count', NumericLessThanEquals: TRIES, Next: 'LetOthersMark' }],
    Default: 'NotReplaced',
  },
  NotReplaced: { Type: 'Fail', Error: 'States.TaskFailed', Cause: 'IAM did not take the password.' },
  Overtaken: {
    Type: 'Fail',
    Error: 'Overtaken',
    Cause: 'Another password was wished for at the same moment or since, and that one is made.',
  },
});
