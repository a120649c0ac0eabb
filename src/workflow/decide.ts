import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { SendTaskSuccessCommand, type SFNClient } from '@aws-sdk/client-sfn';
import { isThrottling } from '../aws/throttling.ts';
import type { Decision } from '../contract/decision.ts';
import type { Standing } from './standing.ts';

export type Decided = Exclude<Decision, { outcome: 'expired' }>;

/**
 * What became of a decision: it counts; the same one counts already, of the same person; or another one stands, or the time is over.
 */
export type Verdict = 'counts' | 'counted-before' | 'too-late';

type Parts = { once: SFNClient; standing(executionName: string, closed?: string): Promise<Standing | undefined> };

/** How often a decision is sent that may not have arrived, and how long each answer may take. */
const TRIES = 3;
const PATIENCE_MS = 2_000;

/** What a decision meets that cannot count. */
const CLOSED = ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'];

/**
 * Decides requests. A token counts once: sent again after a lost answer, a decision would meet itself, so the history says whose stands.
 * @param once does not try again by itself: only who knows that it did can tell these apart
 */
export function createDecide({ once, standing }: Parts) {
  /** @throws when it is not known whether this decision counts */
  return async function decide(token: string, decision: Decided): Promise<Verdict> {
    const isFirst = await send(token, decision);
    if (isFirst === 'counts') return isFirst;
    const found = await standing(decision.request, token);
    // While they are asked again none stands.
    const stands = found?.deciding === undefined ? found?.state.decision : undefined;
    // Of what was sent once only, the token would be closed by another.
    if (isFirst === 'closed after a try' && isDeepStrictEqual(stands, decision)) return 'counts';
    return stands && isSame(stands, decision) ? 'counted-before' : 'too-late';
  };

  /** A connection that was closed before anything was sent, an answer that was lost, a call too many: all of them are worth another try. */
  async function send(token: string, decision: Decided): Promise<'counts' | 'closed' | 'closed after a try'> {
    const command = new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(decision) });
    for (let tries = 1; ; tries++) {
      try {
        await once.send(command, { abortSignal: AbortSignal.timeout(PATIENCE_MS) });
        return 'counts';
      } catch (err) {
        if (err instanceof Error && CLOSED.includes(err.name)) return tries === 1 ? 'closed' : 'closed after a try';
        if (tries === TRIES || isRefusal(err)) throw err;
        await pause(100 * tries);
      }
    }
  }
}

/** Step Functions has read it, and will say the same again. */
const isRefusal = (err: unknown): boolean =>
  err instanceof Error && '$fault' in err && err.$fault === 'client' && !isThrottling(err);

function isSame(stands: Decision, wished: Decided): boolean {
  if (stands.outcome !== wished.outcome || stands.by.slackUserId !== wished.by.slackUserId) return false;
  return !('reason' in stands) || ('reason' in wished && stands.reason === wished.reason);
}
