import { anyError, type State, type Task, type Template } from '../asl.ts';
import { type identityCenter, isBusy, isKeptOut, whileAssigning } from './calls.ts';

type Admin = ReturnType<typeof identityCenter>['admin'];

type Onward = {
  /** With how far AWS is in `$.progress.assignment.is`. */
  begun: string;
  assigned: string;
  /** With `$.failure`. */
  failed: string;
  /** AWS did not say whether it assigns. */
  unknown: string;
};

/**
 * Has AWS assign the target's permission set, from `CreateAssignment` on. What is refused at the first try was not done. After any
 * other error it is looked whether it is assigned; where it is not, AWS may be about to, unless it was too busy all the time.
 */
export function assign(admin: Admin, { begun, assigned, failed, unknown }: Onward): Record<string, State> {
  const user: Template = { PrincipalType: 'USER', 'PrincipalId.$': '$.user.UserId' };
  const create = (rest: Partial<Task>): Task =>
    admin(
      'createAccountAssignment',
      {
        ...user,
        'TargetId.$': '$.target.AccountId',
        TargetType: 'AWS_ACCOUNT',
        'PermissionSetArn.$': '$.target.PermissionSet.Arn',
      },
      {
        ResultSelector: { 'is.$': '$.AccountAssignmentCreationStatus' },
        ResultPath: '$.progress.assignment',
        Next: begun,
        ...rest,
      },
    );
  return {
    CreateAssignment: create({ Retry: [], Catch: [anyError('WasAssigningRefused', '$.failure')] }),
    WasAssigningRefused: {
      Type: 'Choice',
      Choices: [{ Or: isKeptOut('$.failure'), Next: failed }],
      Default: 'AssignAgain',
    },
    AssignAgain: create({ Retry: whileAssigning, Catch: [anyError('LookForAssignment', '$.failure')] }),
    LookForAssignment: admin(
      'listAccountAssignmentsForPrincipal',
      { ...user, Filter: { 'AccountId.$': '$.target.AccountId' }, MaxResults: 100 },
      { ResultPath: '$.assigned', Catch: [anyError(unknown, null)], Next: 'SoughtAssignment' },
    ),
    SoughtAssignment: {
      Type: 'Pass',
      Parameters: {
        'AccountId.$': '$.target.AccountId',
        'PermissionSetArn.$': '$.target.PermissionSet.Arn',
        'PrincipalId.$': '$.user.UserId',
        PrincipalType: 'USER',
      },
      ResultPath: '$.sought',
      Next: 'CompareAssignments',
    },
    CompareAssignments: {
      Type: 'Pass',
      Parameters: { 'isThere.$': 'States.ArrayContains($.assigned.AccountAssignments, $.sought)' },
      ResultPath: '$.compared',
      Next: 'IsThere',
    },
    IsThere: {
      Type: 'Choice',
      Choices: [
        { Variable: '$.compared.isThere', BooleanEquals: true, Next: assigned },
        { Or: isBusy('$.failure'), Next: failed },
        { Variable: '$.failure.Error', StringEquals: 'SsoAdmin.ResourceNotFoundException', Next: failed },
      ],
      Default: unknown,
    },
  };
}
