import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { TaskQueue } from '../../aws/task-queue.ts';
import { StartupError } from '../../watch/startup-error.ts';
import { withRemedy } from './remedies.ts';

/** Of a message that is received every half minute: within the time after which the bot gives a task up. */
const FEWEST_RECEIVES = 100;

/** @throws StartupError if it is not there, or would have a message tried for ever, or hardly at all */
export async function readQueue(sqs: SQSClient, url: string): Promise<TaskQueue> {
  const { Attributes } = await sqs
    .send(
      new GetQueueAttributesCommand({
        QueueUrl: url,
        AttributeNames: ['FifoQueue', 'RedrivePolicy', 'VisibilityTimeout'],
      }),
    )
    .catch(
      withRemedy(`the queue ${url}`, {
        QueueDoesNotExist: 'set TASK_QUEUE_URL and AWS_REGION to the outputs of the stack boarding-pass',
        InvalidAddress: 'set TASK_QUEUE_URL to the output of the stack boarding-pass',
      }),
    );
  // A standard queue may give one message to two bots at the same time.
  if (Attributes?.FifoQueue !== 'true') {
    throw new StartupError(
      `The queue ${url} is not a FIFO queue: set TASK_QUEUE_URL to the output of the stack boarding-pass.`,
    );
  }
  const { maxReceiveCount } = JSON.parse(Attributes?.RedrivePolicy ?? '{}') as { maxReceiveCount?: number };
  if (maxReceiveCount === undefined) {
    throw new StartupError(
      `The queue ${url} has no dead-letter queue: set its redrive policy, or a message may be retried for ever.`,
    );
  }
  if (Number(maxReceiveCount) < FEWEST_RECEIVES) {
    throw new StartupError(
      `The queue ${url} drops a message after ${maxReceiveCount} receives, which a crash-looping bot uses up in minutes: set maxReceiveCount to 1000.`,
    );
  }
  return { url, maxReceives: Number(maxReceiveCount), visibilityTimeout: Number(Attributes?.VisibilityTimeout) };
}
