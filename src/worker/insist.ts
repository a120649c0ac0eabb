import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

/** The first pause between two tries, and the longest, in milliseconds. */
export type Pauses = { first: number; longest: number };

/**
 * Asks Step Functions until it answers, in ever longer pauses. Whatever it is that keeps it from answering, it says nothing about the task.
 * @throws what it said last, once a signal aborts
 */
export async function insist<Result>(
  call: () => Promise<Result>,
  signal: AbortSignal,
  { pauses, log }: { pauses: Pauses; log: Logger },
): Promise<Result> {
  let last: unknown;
  for (let tries = 0; !signal.aborted; tries++) {
    try {
      return await unlessAborted(call(), signal);
    } catch (err) {
      if (tries === 0) log.warn({ err }, 'Step Functions does not answer: the message is kept until it does');
      last = err;
    }
    await pause(Math.min(pauses.longest, pauses.first * 2 ** tries), undefined, { signal }).catch(() => {});
  }
  throw last ?? signal.reason;
}

/** Waits for something that may take long, until a signal aborts. */
export async function unlessAborted<Result>(call: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const leave = () => reject(signal.reason);
  signal.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([call, aborted]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
