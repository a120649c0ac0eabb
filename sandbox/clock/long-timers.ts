import timersPromises from 'node:timers/promises';

/**
 * Who waits for longer than a minute waits for something in the world. Whoever waits for less is patient with a connection, or beats
 * time, and goes on doing so by the machine's clock.
 */
const LONGER_THAN_MS = 60_000;
/** Node takes no more: nodejs.org/api/timers.html */
const LONGEST_MS = 2 ** 31 - 1;

type Waiting = { due: number; ms: number; repeats: boolean; run(): void; nearer?: NodeJS.Timeout };
type Work = (...args: unknown[]) => void;

export type LongTimers = ReturnType<typeof createLongTimers>;

/** The timers of Node, of which the long ones go by a clock that can be moved on. */
export function createLongTimers(now: () => number) {
  const { setTimeout, setInterval, clearTimeout } = globalThis;
  const { setTimeout: pause } = timersPromises;
  const waiting = new Map<NodeJS.Timeout, Waiting>();
  const isLong = (ms: unknown): ms is number => Number(ms) > LONGER_THAN_MS && Number(ms) <= LONGEST_MS;

  function wait(ms: number, repeats: boolean, run: () => void): NodeJS.Timeout {
    const handle = (repeats ? setInterval : setTimeout)(() => fire(handle), ms);
    waiting.set(handle, { due: now() + ms, ms, repeats, run });
    return handle;
  }

  function fire(handle: NodeJS.Timeout): void {
    const timer = waiting.get(handle);
    if (!timer) return;
    if (!timer.repeats) drop(handle);
    else {
      timer.due = now() + timer.ms;
      clearTimeout(timer.nearer);
      handle.refresh();
    }
    timer.run();
  }

  function drop(handle: NodeJS.Timeout): void {
    clearTimeout(handle);
    clearTimeout(waiting.get(handle)?.nearer);
    waiting.delete(handle);
  }

  /** `handle` may be a timer, or its number. */
  function clear(handle?: NodeJS.Timeout | string | number): void {
    const found =
      typeof handle === 'object' ? handle : [...waiting.keys()].find((one) => Number(one) === Number(handle));
    if (found && waiting.has(found)) drop(found);
    else clearTimeout(handle);
  }

  /** Each beside the platform's own, which would fire too late now. */
  function bringNearer(): void {
    for (const [handle, timer] of waiting) {
      clearTimeout(timer.nearer);
      timer.nearer = setTimeout(() => fire(handle), Math.max(1, timer.due - now()));
      if (!handle.hasRef()) timer.nearer.unref();
    }
  }

  return {
    setTimeout: (work: Work, ms?: number, ...args: unknown[]) =>
      isLong(ms) ? wait(ms, false, () => work(...args)) : setTimeout(work, ms, ...args),
    setInterval: (work: Work, ms?: number, ...args: unknown[]) =>
      isLong(ms) ? wait(ms, true, () => work(...args)) : setInterval(work, ms, ...args),
    clear,

    /** As that of `node:timers/promises`. */
    async pause<Value>(ms?: number, value?: Value, options: { signal?: AbortSignal; ref?: boolean } = {}) {
      if (!isLong(ms)) return pause(ms, value, options);
      const over = new AbortController();
      const timer = wait(ms, false, () => over.abort());
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

    /** When the next one is due, if any waits. */
    nextDue: (): number | undefined =>
      waiting.size === 0 ? undefined : Math.min(...[...waiting.values()].map(({ due }) => due)),

    /** After the clock was moved on: what has become due happens, in order, each with what follows from it at once. */
    async catchUp(): Promise<void> {
      bringNearer();
      const due = [...waiting].filter(([, timer]) => timer.due <= now()).sort(([, a], [, b]) => a.due - b.due);
      for (const [handle] of due) {
        fire(handle);
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}
