import { FINAL_TASK_ERRORS } from '../../../src/contract/errors.ts';
import { BRIEF_TASKS, type TaskName } from '../../../src/contract/tasks.ts';
import { arn, placeholder, type Retrier, type Task } from './asl.ts';
import { backoff } from './retries.ts';

/** What no other try would mend. */
const never: Retrier = { ErrorEquals: [...FINAL_TASK_ERRORS], IntervalSeconds: 1, MaxAttempts: 0 };

/** Nobody answered it for long: processes may die of it, so it is not sent again for ever. */
const abandoned: Retrier = { ErrorEquals: ['Abandoned'], IntervalSeconds: 60, BackoffRate: 2, MaxAttempts: 3 };

/**
 * Whatever else: of the bot what may pass, of SQS that it could not be reached or did not take the message, by whatever name
 * (`SQS.SdkClientException`, `SQS.AmazonSQSException`).
 */
const OTHERWISE = ['States.TaskFailed'];

/** For as long as Slack, SES or SQS may be away: half of these pauses, as they are drawn, are about two hours. */
const patiently = backoff(OTHERWISE, { first: 2, longest: 240, attempts: 60 });

/**
 * By what the queue knows a task: nobody gets the token from it. Both parameters: https://docs.aws.amazon.com/step-functions/latest/dg/connect-sqs.html
 */
const ID = "States.Hash($$.Task.Token, 'SHA-256')";

/** Something that the bot does: sent to its queue, done when the bot answers with the token. */
function botTask(task: TaskName, rest: Partial<Task>): Task {
  return {
    Type: 'Task',
    Resource: arn('states:::sqs:sendMessage.waitForTaskToken'),
    Parameters: {
      QueueUrl: placeholder('TaskQueueUrl'),
      'MessageGroupId.$': ID,
      'MessageDeduplicationId.$': ID,
      MessageBody: {
        task,
        'token.$': '$$.Task.Token',
        'execution.$': '$$.Execution.Id',
        'startedAt.$': '$$.Execution.StartTime',
        'retries.$': '$$.State.RetryCount',
        'input.$': '$',
      },
    },
    ...rest,
  };
}

/** A task that is sent again if no bot answers it within the hour. */
export const patientTask = (task: TaskName, rest: Partial<Task>): Task =>
  botTask(task, {
    TimeoutSeconds: 3600,
    Retry: [never, abandoned, patiently, { ErrorEquals: ['States.Timeout'], IntervalSeconds: 1, MaxAttempts: 24 }],
    ...rest,
  });

/** A task that stays open until somebody decides: sent again only while its buttons could not be posted. */
export const openTask = (task: TaskName, rest: Partial<Task>): Task =>
  botTask(task, { Retry: [never, abandoned, patiently], ...rest });

/** A task that matters only now. */
export const briefTask = (task: keyof typeof BRIEF_TASKS, attempts: number, rest: Partial<Task>): Task =>
  botTask(task, {
    TimeoutSeconds: BRIEF_TASKS[task],
    Retry: [never, backoff(OTHERWISE, { first: 2, attempts })],
    ...rest,
  });
