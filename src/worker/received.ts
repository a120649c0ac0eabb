import { randomUUID } from 'node:crypto';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { Logger } from 'pino';
import type { TaskQueue } from '../aws/task-queue.ts';
import { readMessage, readTimes, requestIn } from './task-message.ts';

/** What becomes of a message: it is not needed any more, or is to be received again so many milliseconds later. */
export type Fate = 'done' | { againIn: number };

/** Received again and again until SQS, which alone can, puts it among the dead letters. */
export const TO_DEAD_LETTERS: Fate = { againIn: 0 };

/** Waits for a message as long as SQS lets it; broken off at the signal, what it may just have received becomes visible again. */
export async function receive(
  polling: SQSClient,
  { url, visibilityTimeout }: TaskQueue,
  stop: AbortSignal,
): Promise<Message | undefined> {
  const command = new ReceiveMessageCommand({
    QueueUrl: url,
    WaitTimeSeconds: 20,
    VisibilityTimeout: visibilityTimeout,
    MessageSystemAttributeNames: ['ApproximateReceiveCount', 'ApproximateFirstReceiveTimestamp', 'SentTimestamp'],
    // Where an answer gets lost the SDK asks again, and by this is given the same message at once.
    ReceiveRequestAttemptId: randomUUID(),
  });
  const { Messages: [message] = [] } = await polling.send(command, { abortSignal: stop });
  return message;
}

/** Tells the queue what becomes of a message. Where it cannot be told, the message is received again, and found to be done. */
export async function settle(
  message: Message,
  fate: Fate,
  { sqs, queue, log }: { sqs: SQSClient; queue: TaskQueue; log: Logger },
): Promise<void> {
  const which = { QueueUrl: queue.url, ReceiptHandle: message.ReceiptHandle };
  const about = { request: requestIn(message), messageId: message.MessageId };
  if (fate !== 'done' && readTimes(message).receives >= queue.maxReceives) tellDead(message, log.child(about));
  try {
    if (fate === 'done') return void (await sqs.send(new DeleteMessageCommand(which)));
    const VisibilityTimeout = Math.ceil(fate.againIn / 1000);
    await sqs.send(new ChangeMessageVisibilityCommand({ ...which, VisibilityTimeout }));
  } catch (err) {
    log.warn({ err, ...about }, 'could not tell the queue what became of a message');
  }
}

/** The body may hold a token: it is not quoted. */
function tellDead(message: Message, log: Logger): void {
  const isTask = readMessage(message).kind !== 'nothing';
  const what = isTask ? 'its task did not finish' : 'it is not a task of boarding-pass';
  log.error({ characters: message.Body?.length }, `sending a message to the dead-letter queue: ${what}`);
}
