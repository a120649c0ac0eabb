import { setTimeout as pause } from 'node:timers/promises';

/** Looks again until there is something to see, for at most ten seconds. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`After ten seconds there is still not ${what}.`);
    await pause(20);
  }
}
