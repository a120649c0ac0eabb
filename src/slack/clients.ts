import { WebClient, type WebClientOptions } from '@slack/web-api';

/** One client for each purpose: a rate limit on one must not delay another. */
export type SlackClients = ReturnType<typeof createClients>;

/** One try, and no waiting for a rate limit: what comes next is decided by somebody who knows more. */
export const ONCE = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true } as const;

export function createClients(token: string, api: WebClientOptions) {
  return {
    /** Somebody waits in front of a screen; a second views.open would meet its own trigger. */
    answering: new WebClient(token, { ...api, ...ONCE }),
    /** What tasks post, and the looking whether it is there: trying again is the state machine's decision. */
    posting: new WebClient(token, { ...api, ...ONCE }),
    /** Edits, which may be repeated: waits for Slack's rate limits, and tries again after a lost answer. */
    editing: new WebClient(token, { ...api, retryConfig: { retries: 3 } }),
    /** May wait for Slack's rate limits, while somebody waits for the answer. */
    lookingUp: new WebClient(token, { ...api, retryConfig: { retries: 3 } }),
    /** The same for tasks: a request with many people must not use up the patience of those who click. */
    lookingUpForTasks: new WebClient(token, { ...api, retryConfig: { retries: 3 } }),
  };
}
