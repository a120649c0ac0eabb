import { setTimeout as pause } from 'node:timers/promises';

/** The answer if it is there in time, else `undefined`, also when it failed: for what would be good to know while somebody waits. */
export async function within<T>(ms: number, answer: Promise<T>): Promise<T | undefined> {
  const controller = new AbortController();
  const tooLate = pause(ms, undefined, { signal: controller.signal }).catch(() => undefined);
  try {
    return await Promise.race([answer.catch(() => undefined), tooLate]);
  } finally {
    controller.abort();
  }
}
