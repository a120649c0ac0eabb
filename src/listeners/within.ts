import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

/**
 * The answer if it is there in time, else `undefined`: for what would be good to know while somebody waits. `undefined`
 * also when it failed; then the log has why.
 */
export async function within<T>(ms: number, answer: Promise<T>, log: Logger): Promise<T | undefined> {
  const controller = new AbortController();
  const tooLate = pause(ms, undefined, { signal: controller.signal }).catch(() => undefined);
  const known = answer.catch((err: unknown) => {
    log.error({ err }, 'an answer that somebody waited for failed');
    return undefined;
  });
  try {
    return await Promise.race([known, tooLate]);
  } finally {
    controller.abort();
  }
}
