import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Message, SQSClient } from '@aws-sdk/client-sqs';
import type { Logger } from 'pino';
import type { TaskQueue } from '../aws/task-queue.ts';
import type { Metrics } from '../watch/metrics.ts';
import type { Workflow } from '../workflow/client.ts';
import { answerMessage } from './answer.ts';
import { hold, now } from './held.ts';
import { unlessAborted } from './insist.ts';
import { receive, settle } from './received.ts';
import { reconcile } from './reconcile.ts';
import type { Tasks } from './task.ts';
import { readTimes, requestIn } from './task-message.ts';

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
  const hidden = queue.visibilityTimeout * 1000;
  const pauses = { first: hidden / 30, longest: hidden };
  // It has just told how it treats messages; the first poll may take 20 seconds.
  let isReachable = true;

  /** Takes a message, answers it, takes the next; until the signal, and until what is in hand is answered. */
  async function loop(stop: AbortSignal, stopAnswering: AbortSignal): Promise<void> {
    let failures = 0;
    while (!stop.aborted) {
      const askedAt = now();
      try {
        const message = await receive(polling, queue, stop);
        failures = 0;
        tellReachable();
        if (message) await handle(message, askedAt, stop, stopAnswering);
      } catch (err) {
        if (stop.aborted) return;
        tellAway(err);
        failures++;
        await pause(Math.min(LONGEST_PAUSE_MS, 250 * 2 ** failures), undefined, { signal: stop }).catch(() => {});
      }
    }
  }

  async function handle(
    message: Message,
    askedAt: number,
    stop: AbortSignal,
    stopAnswering: AbortSignal,
  ): Promise<void> {
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
  }

  function tellReachable(): void {
    if (!isReachable) log.info('the queue answers again');
    isReachable = true;
  }

  /** Once, not for each loop and each try. */
  function tellAway(err: unknown): void {
    if (isReachable) log.error({ err }, 'the queue did not answer');
    isReachable = false;
  }

  return {
    /** Did the queue answer when it was last asked? */
    get isReachable() {
      return isReachable;
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
