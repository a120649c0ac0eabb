import { arn, placeholder, type Task } from './asl.ts';
import { backoff } from './retries.ts';

/** What a task of the bot fails with when another try may help. */
const PASSING = ['RateLimited', 'Unavailable'];

/** For as long as Slack or SES may be away: about an hour. */
const patiently = backoff(PASSING, { first: 2, longest: 60, attempts: 60 });
/** For what matters only now. */
export const briefly = (attempts: number) => backoff(PASSING, { first: 2, attempts });

/** By what the queue knows a task: nobody gets the token from it. */
const ID = "States.Hash($$.Task.Token, 'SHA-256')";

/** Something that the bot does: sent to its queue, done when the bot answers with the token. */
export function botTask(task: string, rest: Partial<Task>): Task {
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
export const patientTask = (task: string, rest: Partial<Task>): Task =>
  botTask(task, {
    TimeoutSeconds: 3600,
    Retry: [patiently, { ErrorEquals: ['States.Timeout'], IntervalSeconds: 1, MaxAttempts: 24 }],
    ...rest,
  });

/** A task that stays open until somebody decides: sent again only while its buttons could not be posted. */
export const openTask = (task: string, rest: Partial<Task>): Task => botTask(task, { Retry: [patiently], ...rest });
