import { type AttemptParts, attempt } from './attempt.ts';
import type { Hold } from './held.ts';
import type { Pauses } from './insist.ts';
import { type Fate, TO_DEAD_LETTERS } from './received.ts';
import { toTaskError } from './task-error.ts';

const MINUTE = 60_000;

/** So long news of an end is told again and again: while it is only that Slack or Step Functions is away, and else. */
const LASTS = { away: 24 * 60 * MINUTE, else: 60 * MINUTE };

/**
 * Tells of an execution that ended abnormally. Nobody waits for an answer; what fails is tried again for as long as it may help, in ever longer
 * pauses: all news is one group of the queue, and waits for the one that is tried.
 */
export async function tellOfEnd(
  end: { task: 'execution-ended'; execution: string },
  { age, receives }: { age: number; receives: number },
  hold: Hold,
  { pauses, ...parts }: AttemptParts & { pauses: Pauses },
): Promise<Fate> {
  if (age > LASTS.away) return TO_DEAD_LETTERS;
  const outcome = await attempt({ ...end, token: '', input: undefined }, undefined, hold, parts);
  if (!('err' in outcome)) return 'done';
  const isPassing = ['RateLimited', 'Unavailable'].includes(toTaskError(outcome.err).name);
  if (age > LASTS.else && !isPassing) return TO_DEAD_LETTERS;
  return { againIn: Math.min(10, 2 ** (receives - 1)) * pauses.longest };
}
