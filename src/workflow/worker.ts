import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Logger } from 'pino';
import { Consumer } from 'sqs-consumer';
import { StartupError } from '../startup-error.ts';
import { answerMessage } from './answer.ts';
import type { Workflow } from './client.ts';
import type { Tasks } from './task.ts';

type WorkerParts = { queueUrl: string; sqs: SQSClient; workflow: Workflow; tasks: Tasks; log: Logger };

/** Tasks in hand at once. Each loop takes one at a time, so that a slow one holds up nobody else. */
const LOOPS = 10;
const LONGEST_PAUSE_MS = 30_000;

/**
 * A worker that takes tasks from the queue.
 * @throws StartupError if the queue would have a message tried for ever, or hardly at all
 */
export async function createWorker({ queueUrl, sqs, workflow, tasks, log }: WorkerParts) {
  const { maxReceives, visibilityTimeout } = await readQueue(sqs, queueUrl);

  /** Takes a message, answers it, takes the next; until the signal, and until what is in hand is answered. */
  function loop(signal: AbortSignal): Promise<void> {
    let isBusy = false;
    let failures = 0;
    const consumer = Consumer.create({
      queueUrl,
      sqs,
      visibilityTimeout,
      heartbeatInterval: visibilityTimeout / 3,
      waitTimeSeconds: 20,
      pollingCompleteWaitTimeMs: 15_000,
      messageSystemAttributeNames: ['ApproximateReceiveCount'],
      preReceiveMessageCallback: async () => {
        const ms = failures === 0 ? 0 : Math.min(LONGEST_PAUSE_MS, 250 * 2 ** failures);
        await pause(ms, undefined, { signal }).catch(() => {});
      },
      postReceiveMessageCallback: async () => {
        failures = 0;
      },
      handleMessage: async (message) => {
        isBusy = true;
        try {
          const isLast = Number(message.Attributes?.ApproximateReceiveCount) >= maxReceives;
          await answerMessage(message, isLast, { workflow, tasks, log });
          return message;
        } finally {
          isBusy = false;
        }
      },
    });
    consumer.on('error', (err) => {
      failures++;
      if (!signal.aborted) log.error({ err }, 'the queue did not answer');
    });
    consumer.on('processing_error', (err, { MessageId }) =>
      log.error({ err, messageId: MessageId }, 'a message stays in the queue'),
    );
    return new Promise((resolve) => {
      consumer.on('stopped', () => resolve());
      // An idle poll is broken off; what it may just have received becomes visible again.
      const stop = () => consumer.stop({ abort: !isBusy });
      signal.addEventListener('abort', stop);
      consumer.start();
      if (signal.aborted) stop();
    });
  }

  return {
    /** Works until the signal; resolves when what is in hand is answered. */
    async run(signal: AbortSignal): Promise<void> {
      setMaxListeners(3 * LOOPS, signal);
      await Promise.all(Array.from({ length: LOOPS }, () => loop(signal)));
    },
  };
}

/** How the queue treats messages, from the queue itself, so that it is said in one place. Times are in seconds. */
async function readQueue(
  sqs: SQSClient,
  queueUrl: string,
): Promise<{ maxReceives: number; visibilityTimeout: number }> {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['RedrivePolicy', 'VisibilityTimeout'] }),
  );
  const { maxReceiveCount } = JSON.parse(Attributes?.RedrivePolicy ?? '{}') as { maxReceiveCount?: number };
  if (maxReceiveCount === undefined) {
    throw new StartupError(
      `The queue ${queueUrl} has no dead-letter queue: set its redrive policy, so that no message is tried for ever.`,
    );
  }
  if (Number(maxReceiveCount) < 2) {
    throw new StartupError(`The queue ${queueUrl} gives a message up at its first receive: set maxReceiveCount to 5.`);
  }
  return { maxReceives: Number(maxReceiveCount), visibilityTimeout: Number(Attributes?.VisibilityTimeout) };
}
