import type { Logger } from 'pino';

/**
 * The answer if it is there in time, else `undefined`: for what would be good to know while somebody waits. `undefined`
 * also when it failed; then the log has why.
 */
export async function within<T>(ms: number, answer: Promise<T>, log: Logger): Promise<T | undefined> {
  // Not a pause that a signal ends: its error, made at every key, was a fifth of what a key costs.
  const tooLate = Promise.withResolvers<undefined>();
  const timer = setTimeout(tooLate.resolve, ms, undefined);
  const known = answer.catch((err: unknown) => {
    log.error({ err }, 'an answer that somebody waited for failed');
    return undefined;
  });
  try {
    return await Promise.race([known, tooLate.promise]);
  } finally {
    clearTimeout(timer);
  }
}
