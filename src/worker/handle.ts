import type { Message, SQSClient } from '@aws-sdk/client-sqs';
import type { TaskQueue } from '../aws/task-queue.ts';
import type { Workflow } from '../workflow/client.ts';
import { answerMessage } from './answer.ts';
import type { AttemptParts } from './attempt.ts';
import { hold } from './held.ts';
import { unlessAborted } from './insist.ts';
import { settle } from './received.ts';
import { readTimes, requestIn } from './task-message.ts';

type Parts = AttemptParts & { queue: TaskQueue; sqs: SQSClient; workflow: Workflow };

/** When no new task is to be begun, and when what was done need not be answered any more. */
type Ends = { stop: AbortSignal; stopAnswering: AbortSignal };

/** Holds a message while its task is done, then tells the queue what becomes of it. */
export function createHandle({ queue, sqs, workflow, tasks, metrics, log }: Parts) {
  const hidden = queue.visibilityTimeout * 1000;
  const pauses = { first: hidden / 30, longest: hidden };

  return async (message: Message, askedAt: number, { stop, stopAnswering }: Ends): Promise<void> => {
    metrics.queueLag.observe(Math.max(0, Date.now() - readTimes(message).sentAt) / 1000);
    const about = { request: requestIn(message), messageId: message.MessageId };
    const asked = { sqs, queue, log };
    try {
      const held = await hold(message.ReceiptHandle, askedAt, { ...asked, log: log.child(about) });
      const parts = { workflow, tasks, metrics, log, pauses, stop, stopAnswering };
      const fate = await unlessAborted(answerMessage(message, held, parts), stopAnswering).finally(held.end);
      await settle(message, fate, asked);
    } catch (err) {
      // It may still be at it until the process leaves: whoever is next has to wait for as long as the message stays hidden.
      if (stopAnswering.aborted) log.warn(about, 'left unfinished: the message will be received again');
      else if (stop.aborted) await settle(message, { againIn: 0 }, asked);
      else log.error({ err, ...about }, 'a message stays in the queue');
    }
  };
}
