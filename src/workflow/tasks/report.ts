import type { WebClient } from '@slack/web-api';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Logger } from 'pino';
import { endedRequestPost } from '../../messages/request-post.ts';
import { endedMessage } from '../../messages/requester.ts';
import { type Words, wordsFor } from '../../messages/words.ts';
import { type Outcome, readOutcome } from '../../onboarding/outcome.ts';
import type { OnboardingState } from '../../onboarding/request.ts';
import type { Task } from '../task.ts';

type Parts = { posting: WebClient; words: Words; log: Logger };

/** Ends a request: the message in the channel, a new message to the requester, a line in the audit log. */
export function report({ posting, words, log }: Parts): Task {
  return async (state) => {
    const outcome = readOutcome(state);
    if (state.message) await showEnd(state, state.message);
    await posting.chat.postMessage({
      channel: state.requestedBy.slackUserId,
      ...endedMessage(state, wordsFor(state.requestedBy.locale)),
      unfurl_links: false,
      metadata: { event_type: 'onboarding_follow', event_payload: { request_id: state.requestId, stage: 'ended' } },
    });
    const summary = summaryOf(state, outcome);
    log.info({ audit: summary }, 'request ended');
    return summary;
  };

  async function showEnd(state: OnboardingState, message: { channel: string; ts: string }): Promise<void> {
    try {
      await posting.chat.update({ ...message, ...endedRequestPost(state, words) });
    } catch (err) {
      // Somebody deleted it, or the channel: the requester must hear of the end all the same.
      if (!(err instanceof WebAPIPlatformError)) throw err;
      log.warn({ err, request: state.requestId }, 'the request’s message could not be edited');
    }
  }
}

/** The output of the execution: an outcome per person, no secrets. */
function summaryOf({ requestId, requestedBy, account, profile, decision }: OnboardingState, outcome: Outcome) {
  return {
    requestId,
    requestedBy: requestedBy.slackUserId,
    account: account.id,
    profile: profile.id,
    outcome: outcome.kind,
    ...(decision && 'by' in decision && { decidedBy: decision.by.slackUserId, decidedAt: decision.at }),
    ...(outcome.kind === 'failed' && { error: outcome.trouble.Error }),
    people:
      outcome.kind === 'boarded'
        ? outcome.people.map(({ person: { userName }, status, ...rest }) => ({
            userName,
            status,
            ...('trouble' in rest && { error: rest.trouble.Error }),
          }))
        : [],
  };
}
