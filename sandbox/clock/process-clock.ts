import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers';
import timersPromises from 'node:timers/promises';
import { promisify } from 'node:util';
import { createLongTimers } from './long-timers.ts';
import { dateBy } from './moved-date.ts';

/** The clock of this process, which can be moved on. */
export type ProcessClock = {
  now(): number;
  /** How many milliseconds it is ahead of the machine's. */
  ahead(): number;
  /** Sets it; what has become due happens with `catchUp`. */
  set(ahead: number): void;
  nextDue(): number | undefined;
  catchUp(): Promise<void>;
};

let installed: ProcessClock | undefined;

/**
 * Puts a clock that can be moved on beneath everything that this process runs, and that knows nothing of it: `Date`, and timers for
 * longer than a minute. What measures durations (`performance.now`) goes on as it did. There is one `Date` in a process, so there is
 * one clock.
 */
export function processClock(): ProcessClock {
  installed ??= install();
  return installed;
}

function install(): ProcessClock {
  const Real = Date;
  let ahead = 0;
  const now = () => Real.now() + ahead;
  const long = createLongTimers(now);

  const { setTimeout, setInterval, pause } = long;
  Object.defineProperty(setTimeout, promisify.custom, { value: pause });
  const ours = { setTimeout, setInterval, clearTimeout: long.clear, clearInterval: long.clear };
  Object.assign(globalThis, ours, { Date: dateBy(now, Real) });
  Object.assign(timers, ours);
  Object.assign(timersPromises, { setTimeout: pause });
  syncBuiltinESMExports();

  return {
    now,
    ahead: () => ahead,
    set(wanted) {
      ahead = wanted;
    },
    nextDue: long.nextDue,
    catchUp: long.catchUp,
  };
}
