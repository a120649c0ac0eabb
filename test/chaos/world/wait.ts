import { setTimeout as pause } from 'node:timers/promises';

/** Looks again until there is something to see, for so long at most; `undefined` also where nobody waits any more. */
export type Wait = <Found>(
  look: () => Promise<Found | undefined | false> | Found | undefined | false,
  ms?: number,
) => Promise<Found | undefined>;

/** @param over aborts when nothing more will come */
export const createWait =
  (over: AbortSignal, every: number): Wait =>
  async (look, ms = Number.POSITIVE_INFINITY) => {
    const until = performance.now() + ms;
    for (;;) {
      const found = await look();
      if (found !== undefined && found !== false) return found;
      if (over.aborted || performance.now() > until) return undefined;
      await pause(every);
    }
  };
