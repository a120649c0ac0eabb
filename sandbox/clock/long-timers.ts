import timersPromises from 'node:timers/promises';
import { createWaiting } from './waiting.ts';

/**
 * Who waits for longer than a minute waits for something in the world. Whoever waits for less is patient with a connection, or beats
 * time, and goes on doing so by the machine's clock.
 */
const LONGER_THAN_MS = 60_000;
/** Node takes no more: nodejs.org/api/timers.html */
const LONGEST_MS = 2 ** 31 - 1;

type Work = (...args: unknown[]) => void;

const isLong = (ms: unknown): ms is number => Number(ms) > LONGER_THAN_MS && Number(ms) <= LONGEST_MS;

/** The timers of Node, of which the long ones go by a clock that can be moved on. */
export function createLongTimers(now: () => number) {
  const { setTimeout, setInterval, clearTimeout } = globalThis;
  const { setTimeout: pause } = timersPromises;
  const { add, find, drop, nextDue, catchUp } = createWaiting(now, { setTimeout, setInterval, clearTimeout });

  return {
    nextDue,
    catchUp,
    setTimeout: (work: Work, ms?: number, ...args: unknown[]) =>
      isLong(ms) ? add(ms, false, () => work(...args)) : setTimeout(work, ms, ...args),
    setInterval: (work: Work, ms?: number, ...args: unknown[]) =>
      isLong(ms) ? add(ms, true, () => work(...args)) : setInterval(work, ms, ...args),

    clear(handle?: NodeJS.Timeout | string | number): void {
      const found = handle && find(handle);
      if (found) drop(found);
      else clearTimeout(handle);
    },

    /** As that of `node:timers/promises`. */
    async pause<Value>(ms?: number, value?: Value, options: { signal?: AbortSignal; ref?: boolean } = {}) {
      if (!isLong(ms)) return pause(ms, value, options);
      const over = new AbortController();
      const timer = add(ms, false, () => over.abort());
      const { signal = over.signal } = options;
      try {
        return await pause(ms, value, { ...options, signal: AbortSignal.any([signal, over.signal]) });
      } catch (err) {
        if (over.signal.aborted && !options.signal?.aborted) return value;
        throw err;
      } finally {
        drop(timer);
      }
    },
  };
}
