import { arn, ifPresent, type Retrier, type State, says, type Task, type Template } from './asl.ts';
import { backoff, whileIamRecovers } from './retries.ts';

/** A machine that only reads may be started again, whatever went wrong. */
export const asOftenAsItFails: Retrier[] = [backoff(['States.TaskFailed'], { first: 5, attempts: 2 })];

/**
 * One that gives something may not: an earlier start may have given it. These say that it did not start: there are too many executions,
 * or too many calls. Names: https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html, and aws-solutions on
 * GitHub, which retry the last one.
 */
export const whileItCannotStart: Retrier[] = [
  backoff(
    ['ExecutionLimitExceeded', 'ExecutionLimitExceededException', 'AWSStepFunctionsException'].map(
      (name) => `StepFunctions.${name}`,
    ),
    { first: 5, longest: 60, attempts: 6 },
  ),
];

/** A call of IAM in the member account `$.AccountId`, with the role there that trusts this machine. */
export const inMember =
  (machine: string) =>
  (action: string, Parameters: Template, { Retry = [whileIamRecovers()], ...rest }: Partial<Task>): Task => ({
    Type: 'Task',
    Resource: arn(`states:::aws-sdk:iam:${action}`),
    Credentials: {
      'RoleArn.$': `States.Format('${arn(`iam::{}:role/boarding-pass-${machine}`)}', $.AccountId)`,
    },
    Parameters,
    TimeoutSeconds: 60,
    Retry,
    ...rest,
  });

export type InMember = ReturnType<typeof inMember>;

/** Another machine, waited for until it ends: the one whose ARN is at the path. */
export function nested(machineArn: string, Input: Template, rest: Partial<Task> & { Retry: Retrier[] }): Task {
  return {
    Type: 'Task',
    Resource: arn('states:::states:startExecution.sync:2'),
    Parameters: {
      'StateMachineArn.$': machineArn,
      Input: { ...Input, 'AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$': '$$.Execution.Id' },
    },
    ...rest,
  };
}

/** A word to those who audit, past the bot. */
export function notify(
  Subject: string,
  Message: Template,
  {
    patience,
    ...rest
  }: Partial<Task> & { patience: { errors: string[]; longest: number; attempts: number; timeout: number } },
): Task {
  const { errors, longest, attempts, timeout } = patience;
  const Retry: Retrier[] = [backoff(errors, { longest, attempts })];
  return {
    Type: 'Task',
    Resource: arn('states:::sns:publish'),
    Parameters: { TopicArn: `\${NotificationsTopicArn}`, Subject, Message },
    TimeoutSeconds: timeout,
    Retry,
    ResultPath: null,
    ...rest,
  };
}

/**
 * Of a nested execution that failed, only the error's name is kept in `$.trouble`: its `Cause` holds the whole of its input, and
 * stays in its own history.
 */
export function nameOfNested(startAt: string, Next: string): Record<string, State> {
  const [read, choose, named, unnamed] = ['Read', 'Choose', 'Named', 'Unnamed'].map((part) => `${startAt}${part}`) as [
    string,
    string,
    string,
    string,
  ];
  const failed = { Variable: '$.trouble.Error', StringEquals: 'States.TaskFailed' };
  const isDescribed = says('$.trouble.Cause', '{*}');
  return {
    [startAt]: { Type: 'Choice', Choices: [{ And: [failed, isDescribed], Next: read }], Default: Next },
    [read]: {
      Type: 'Pass',
      Parameters: { 'nested.$': 'States.StringToJson($.trouble.Cause)' },
      ResultPath: '$.trouble',
      Next: choose,
    },
    [choose]: ifPresent('$.trouble.nested.Error', named, unnamed),
    [named]: { Type: 'Pass', Parameters: { 'Error.$': '$.trouble.nested.Error' }, ResultPath: '$.trouble', Next },
    [unnamed]: { Type: 'Pass', Result: { Error: 'States.TaskFailed' }, ResultPath: '$.trouble', Next },
  };
}
