import type { Logger } from 'pino';
import { toTaskError } from '../task-error.ts';

/**
 * Waits for a call to Slack about a message or a person who may be gone for good: deleted, deactivated. The request goes on
 * all the same; the log has why.
 * @returns whether the call succeeded
 * @throws what another try may mend
 */
export async function unlessGone(call: Promise<unknown>, log: Logger): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (err) {
    if (!['Failed', 'MessageGone'].includes(toTaskError(err).name)) throw err;
    log.warn({ err }, 'how a request stands could not be shown');
    return false;
  }
}
