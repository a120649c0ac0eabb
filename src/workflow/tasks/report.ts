import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { endedRequestPost } from '../../messages/request-post.ts';
import { closedMessage, endedMessage } from '../../messages/requester.ts';
import { type Words, wordsFor } from '../../messages/words.ts';
import { type Outcome, readOutcome } from '../../onboarding/outcome.ts';
import type { OnboardingState } from '../../onboarding/request.ts';
import type { Task } from '../task.ts';
import { unlessGone } from '../unless-gone.ts';

type Parts = { posting: WebClient; editing: WebClient; words: Words; log: Logger };

/** Ends a request: the message in the channel, a new message to the requester, a line in the audit log. */
export function report({ posting, editing, words, log }: Parts): Task {
  return async (state) => {
    const outcome = readOutcome(state);
    const summary = summaryOf(state, outcome);
    const toRequester = wordsFor(state.requestedBy.locale);
    log.info({ audit: summary }, 'request ended');
    if (state.message)
      await unlessGone(editing.chat.update({ ...state.message, ...endedRequestPost(state, words) }), log);
    const { followed } = state;
    const closed = followed && { ...followed, ...closedMessage(state, toRequester) };
    const isClosed = closed !== undefined && (await unlessGone(editing.chat.update(closed), log));
    // Who withdrew it has just seen so, in the message with the button.
    if (outcome.kind === 'withdrawn' && isClosed) return summary;
    await unlessGone(
      posting.chat.postMessage({
        channel: state.requestedBy.slackUserId,
        ...endedMessage(state, toRequester),
        unfurl_links: false,
        unfurl_media: false,
        metadata: { event_type: 'onboarding_follow', event_payload: { request_id: state.requestId, stage: 'ended' } },
      }),
      log,
    );
    return summary;
  };
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
