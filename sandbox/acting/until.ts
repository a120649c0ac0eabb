import { setTimeout as pause } from 'node:timers/promises';

/** Looks again until there is something to see, for at most a minute: a machine that builds many things at once is slow. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`After a minute there is still not ${what}.`);
    await pause(20);
  }
}
