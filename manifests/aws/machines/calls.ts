import { arn, type Retrier, type Task, type Template } from './asl.ts';
import { backoff, whileIamRecovers } from './retries.ts';

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

/** Another machine, waited for until it ends. Why it failed stays in the `Cause` of its own history. */
export function nested(machineArn: string, Input: Template, rest: Partial<Task>): Task {
  return {
    Type: 'Task',
    Resource: arn('states:::states:startExecution.sync:2'),
    Parameters: {
      StateMachineArn: machineArn,
      Input: { ...Input, 'AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$': '$$.Execution.Id' },
    },
    Retry: [
      {
        ErrorEquals: ['States.TaskFailed'],
        IntervalSeconds: 5,
        BackoffRate: 2,
        MaxAttempts: 2,
        JitterStrategy: 'FULL',
      },
    ],
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
