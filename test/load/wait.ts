import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 50;
/** Thousands of people on a machine that is busy otherwise. */
const AT_MOST_MS = 20 * 60_000;

/** Looks until there is something. One look for all that are waited for: each of its own would keep the machine busy. */
export async function waitFor<Found>(what: string, look: () => Found | undefined): Promise<Found> {
  const deadline = performance.now() + AT_MOST_MS;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`After twenty minutes there is still not ${what}.`);
    await pause(EVERY_MS);
  }
}
