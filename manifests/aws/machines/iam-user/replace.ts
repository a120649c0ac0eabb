import { caught, type State, type Template } from '../asl.ts';
import type { InMember } from '../calls.ts';
import { NOT_YET, PASSING, whileIamRecovers } from '../retries.ts';

/** Seconds in which every other wish of the same moment has left its mark, and IAM shows the last one. */
const OTHERS_TAKE = 3;
/** So often IAM is asked to take the password. */
const TRIES = 4;

/** The tag on a user that says who replaces their password: the last one who wrote it. */
const MARK = 'onboarding:replacement';

/** When the password was made, as far as IAM is asked for it only afterwards. */
export const madeAt: Template = { 'At.$': '$$.State.EnteredTime' };

const userName: Template = { 'UserName.$': '$.UserName' };

/**
 * Marks the user as the one whose password this execution is about to replace, from `OwnMark` on: of several executions at the same
 * moment the last one to mark it goes on.
 */
export const markReplacement = (iam: InMember, next: string): Record<string, State> => ({
  OwnMark: {
    Type: 'Pass',
    Parameters: { tag: { Key: MARK, 'Value.$': '$$.Execution.Name' }, tries: 1 },
    ResultPath: '$.mark',
    Next: 'MarkReplacement',
  },
  MarkReplacement: iam(
    'tagUser',
    { ...userName, Tags: [{ Key: MARK, 'Value.$': '$.mark.tag.Value' }] },
    { Retry: [whileIamRecovers(NOT_YET, 4)], ResultPath: null, Next: next },
  ),
});

/**
 * Replaces a password unless another execution has marked the user since, from `LetOthersMark` on. Whoever has to ask IAM again looks
 * again: a password that comes late would end the one that was shown meanwhile.
 */
export const replacePassword = (iam: InMember, newPassword: Template, next: string): Record<string, State> => ({
  LetOthersMark: { Type: 'Wait', Seconds: OTHERS_TAKE, Next: 'ReadMark' },
  ReadMark: iam('getUser', userName, {
    Retry: [whileIamRecovers(NOT_YET, 4)],
    ResultPath: '$.marked',
    Next: 'CompareMark',
  }),
  CompareMark: {
    Type: 'Pass',
    Parameters: { 'isLast.$': 'States.ArrayContains($.marked.User.Tags, $.mark.tag)' },
    ResultPath: '$.compared',
    Next: 'IsLast',
  },
  IsLast: {
    Type: 'Choice',
    Choices: [{ Variable: '$.compared.isLast', BooleanEquals: true, Next: 'UpdateLoginProfile' }],
    Default: 'Overtaken',
  },
  UpdateLoginProfile: iam('updateLoginProfile', newPassword, {
    Retry: [],
    ResultSelector: madeAt,
    ResultPath: '$.made',
    Catch: [caught([...PASSING, ...NOT_YET], 'CountTries', null)],
    Next: next,
  }),
  CountTries: {
    Type: 'Pass',
    Parameters: { 'tag.$': '$.mark.tag', 'tries.$': 'States.MathAdd($.mark.tries, 1)' },
    ResultPath: '$.mark',
    Next: 'MayTryAgain',
  },
  MayTryAgain: {
    Type: 'Choice',
    Choices: [{ Variable: '$.mark.tries', NumericLessThanEquals: TRIES, Next: 'LetOthersMark' }],
    Default: 'NotReplaced',
  },
  NotReplaced: { Type: 'Fail', Error: 'States.TaskFailed', Cause: 'IAM did not take the password.' },
  Overtaken: {
    Type: 'Fail',
    Error: 'Overtaken',
    Cause: 'Another password was wished for at the same moment, and that one is made.',
  },
});
