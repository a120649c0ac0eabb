import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { StartupError } from '../startup-error.ts';
import { tellOfAws } from './tell-of-aws.ts';

/** The queue of tasks, and how it treats messages: told by the queue itself, so that it is set in one place. Seconds. */
export type TaskQueue = { url: string; maxReceives: number; visibilityTimeout: number };

/** @throws StartupError if it is not there, or would have a message tried for ever, or hardly at all */
export async function readQueue(sqs: SQSClient, url: string): Promise<TaskQueue> {
  const { Attributes } = await sqs
    .send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['RedrivePolicy', 'VisibilityTimeout'] }))
    .catch(
      tellOfAws(`the queue ${url}`, {
        QueueDoesNotExist: 'set TASK_QUEUE_URL and AWS_REGION as the stack boarding-pass.yaml puts them out',
        InvalidAddress: 'set TASK_QUEUE_URL as the stack boarding-pass.yaml puts it out',
      }),
    );
  const { maxReceiveCount } = JSON.parse(Attributes?.RedrivePolicy ?? '{}') as { maxReceiveCount?: number };
  if (maxReceiveCount === undefined) {
    throw new StartupError(
      `The queue ${url} has no dead-letter queue: set its redrive policy, so that no message is tried for ever.`,
    );
  }
  if (Number(maxReceiveCount) < 2) {
    throw new StartupError(`The queue ${url} gives a message up at its first receive: set maxReceiveCount to 5.`);
  }
  return { url, maxReceives: Number(maxReceiveCount), visibilityTimeout: Number(Attributes?.VisibilityTimeout) };
}
