import type { Copies, Deliver, Envelope } from '../envelopes.ts';
import type { Manifest } from '../manifest.ts';
import { Refusal } from '../refusal.ts';

/** What Slack's client says when an interaction came to nothing; `reason` is what really happened. */
export const trouble = 'We had some trouble connecting. Try again?';

export type Outcome = { ack: unknown } | { error: string; reason?: string };

export type Dispatch = ReturnType<typeof createDispatch>;

/** Hands what a person did to the app, and brings back its ack. */
export function createDispatch(deliver: Deliver, copies: Copies, manifest: Manifest) {
  const send = (type: Envelope['type'], payload: object) => deliver({ type, payload }, copies.of({ type, payload }));
  return {
    async command(payload: object): Promise<Outcome> {
      const reply = await send('slash_commands', payload);
      return 'failed' in reply ? { error: reply.failed } : reply;
    },

    async interaction(payload: object): Promise<Outcome> {
      if (!manifest.interactivity) return { error: 'This app is not configured to handle interactive responses.' };
      const reply = await send('interactive', payload);
      return 'failed' in reply ? { error: trouble, reason: reply.failed } : reply;
    },
  };
}

/** Runs what the app's ack asked for; a bad ack is the app's trouble, not the person's. */
export function heed<Result>(
  act: () => Result,
): Result | { error: string; reason: string; response_metadata?: unknown } {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { error: trouble, reason: error.error, ...error.details };
  }
}
