type Waiting = { due: number; ms: number; repeats: boolean; run(): void; nearer?: NodeJS.Timeout };

export type RealTimers = Pick<typeof globalThis, 'setTimeout' | 'setInterval' | 'clearTimeout'>;

/** Who waits for a moment of a clock that can be moved on: each has a timer of the platform, and fires sooner where that would be late. */
export function createWaiting(now: () => number, { setTimeout, setInterval, clearTimeout }: RealTimers) {
  const waiting = new Map<NodeJS.Timeout, Waiting>();

  function drop(handle: NodeJS.Timeout): void {
    clearTimeout(handle);
    clearTimeout(waiting.get(handle)?.nearer);
    waiting.delete(handle);
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

  function bringNearer(): void {
    for (const [handle, timer] of waiting) {
      clearTimeout(timer.nearer);
      timer.nearer = setTimeout(() => fire(handle), Math.max(1, timer.due - now()));
      if (!handle.hasRef()) timer.nearer.unref();
    }
  }

  return {
    drop,

    add(ms: number, repeats: boolean, run: () => void): NodeJS.Timeout {
      const handle = (repeats ? setInterval : setTimeout)(() => fire(handle), ms);
      waiting.set(handle, { due: now() + ms, ms, repeats, run });
      return handle;
    },

    /** By the timer, or by its number. */
    find(handle: NodeJS.Timeout | string | number | undefined): NodeJS.Timeout | undefined {
      if (typeof handle === 'object') return waiting.has(handle) ? handle : undefined;
      return [...waiting.keys()].find((one) => Number(one) === Number(handle));
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
