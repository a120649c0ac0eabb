import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Logger } from 'pino';
import { Consumer } from 'sqs-consumer';
import type { Metrics } from '../metrics.ts';
import type { TaskQueue } from '../start-checks/queue.ts';
import { answerMessage, requestIn } from './answer.ts';
import type { Workflow } from './client.ts';
import type { Tasks } from './task.ts';

type WorkerParts = {
  queue: TaskQueue;
  sqs: SQSClient;
  workflow: Workflow;
  tasks: Tasks;
  metrics: Metrics;
  log: Logger;
};

/** Tasks in hand at once. Each loop takes one at a time, so that a slow one holds up nobody else. */
const LOOPS = 10;
const LONGEST_PAUSE_MS = 30_000;
/** For what is in hand at the end. The consumer waits by itself, too, but looks only once a second. */
const LONGEST_FINISH_MS = 15_000;

/** A worker that takes tasks from the queue. */
export function createWorker({ queue, sqs, workflow, tasks, metrics, log }: WorkerParts) {
  const { url: queueUrl, maxReceives, visibilityTimeout } = queue;
  // It has just told how it treats messages; the first poll may take 20 seconds.
  let isReachable = true;

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
      messageSystemAttributeNames: ['ApproximateReceiveCount', 'SentTimestamp'],
      preReceiveMessageCallback: async () => {
        const ms = failures === 0 ? 0 : Math.min(LONGEST_PAUSE_MS, 250 * 2 ** failures);
        await pause(ms, undefined, { signal }).catch(() => {});
      },
      postReceiveMessageCallback: async () => {
        failures = 0;
        isReachable = true;
      },
      handleMessage: async (message) => {
        isBusy = true;
        try {
          const { ApproximateReceiveCount, SentTimestamp } = message.Attributes ?? {};
          metrics.queueLag.observe(Math.max(0, Date.now() - Number(SentTimestamp)) / 1000);
          const isLast = Number(ApproximateReceiveCount) >= maxReceives;
          await answerMessage(message, isLast, { workflow, tasks, metrics, log });
          return message;
        } finally {
          isBusy = false;
        }
      },
    });
    consumer.on('error', (err) => {
      failures++;
      if (signal.aborted) return;
      isReachable = false;
      log.error({ err }, 'the queue did not answer');
    });
    consumer.on('processing_error', (err, message) =>
      log.error({ err, request: requestIn(message), messageId: message.MessageId }, 'a message stays in the queue'),
    );
    return new Promise((resolve) => {
      const stop = async () => {
        // An idle poll is broken off; what it may just have received becomes visible again.
        consumer.stop({ abort: !isBusy });
        const deadline = Date.now() + LONGEST_FINISH_MS;
        while (consumer.status.isPolling && Date.now() < deadline) await pause(10);
        resolve();
      };
      signal.addEventListener('abort', stop);
      consumer.start();
      if (signal.aborted) void stop();
    });
  }

  return {
    /** Did the queue answer when it was last asked? */
    get isReachable() {
      return isReachable;
    },

    /** Works until the signal; resolves when what is in hand is answered. */
    async run(signal: AbortSignal): Promise<void> {
      setMaxListeners(3 * LOOPS, signal);
      await Promise.all(Array.from({ length: LOOPS }, () => loop(signal)));
    },
  };
}
