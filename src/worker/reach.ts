import type { Logger } from 'pino';

/** Whether the queue answers. It has just told how it treats messages; the first poll may take 20 seconds. */
export function createReach(log: Logger) {
  let isReachable = true;
  return {
    get isReachable() {
      return isReachable;
    },

    answered(): void {
      if (!isReachable) log.info('the queue answers again');
      isReachable = true;
    },

    /** Says so once, not for each loop and each try. */
    failed(err: unknown): void {
      if (isReachable) log.error({ err }, 'the queue did not answer');
      isReachable = false;
    },
  };
}
