import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Logger } from 'pino';
import type { TaskQueue } from '../aws/task-queue.ts';
import type { Metrics } from '../watch/metrics.ts';
import type { Workflow } from '../workflow/client.ts';
import { createHandle } from './handle.ts';
import { now } from './held.ts';
import { createReach } from './reach.ts';
import { receive } from './received.ts';
import { reconcile } from './reconcile.ts';
import type { Tasks } from './task.ts';

type WorkerParts = {
  queue: TaskQueue;
  sqs: SQSClient;
  /** Waits for messages as long as SQS lets it. */
  polling: SQSClient;
  workflow: Workflow;
  tasks: Tasks;
  metrics: Metrics;
  log: Logger;
};

/** Tasks in hand at once. Each loop takes one at a time, so that a slow one holds up nobody else. */
const LOOPS = 10;
const LONGEST_PAUSE_MS = 30_000;
/** After the signal: so long what is in hand is waited for, and an answer is tried that Step Functions does not take. */
const LAST_ANSWERS_MS = 10_000;

/** A worker that takes tasks from the queue. */
export function createWorker({ queue, sqs, polling, workflow, tasks, metrics, log }: WorkerParts) {
  const reach = createReach(log);
  const handle = createHandle({ queue, sqs, workflow, tasks, metrics, log });

  /** Takes a message, answers it, takes the next; until the signal, and until what is in hand is answered. */
  async function loop(stop: AbortSignal, stopAnswering: AbortSignal): Promise<void> {
    let failures = 0;
    while (!stop.aborted) {
      const askedAt = now();
      try {
        const message = await receive(polling, queue, stop);
        failures = 0;
        reach.answered();
        if (message) await handle(message, askedAt, { stop, stopAnswering });
      } catch (err) {
        if (stop.aborted) return;
        reach.failed(err);
        failures++;
        await pause(Math.min(LONGEST_PAUSE_MS, 250 * 2 ** failures), undefined, { signal: stop }).catch(() => {});
      }
    }
  }

  return {
    /** Did the queue answer when it was last asked? */
    get isReachable() {
      return reach.isReachable;
    },

    /** Works until the signal; resolves when what is in hand is answered. */
    async run(signal: AbortSignal): Promise<void> {
      const lastAnswers = new AbortController();
      signal.addEventListener('abort', () => setTimeout(() => lastAnswers.abort(), LAST_ANSWERS_MS).unref());
      setMaxListeners(5 * LOOPS, signal);
      setMaxListeners(5 * LOOPS, lastAnswers.signal);
      void reconcile(workflow, tasks, log, signal);
      await Promise.all(Array.from({ length: LOOPS }, () => loop(signal, lastAnswers.signal)));
    },
  };
}
