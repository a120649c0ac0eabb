import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { endedRequestPost } from '../messages/request-post.ts';
import { closedMessage, endedMessage } from '../messages/requester.ts';
import { type Words, wordsFor } from '../messages/words.ts';
import type { OnboardingState } from '../onboarding/request.ts';
import { unlessGone } from './unless-gone.ts';

type Parts = { posting: WebClient; editing: WebClient; words: Words };

/** Makes both messages about a request say how it ended; then tells the requester, unless it is no news. */
export type ShowEnd = (state: OnboardingState, options: { isNews?: boolean; log: Logger }) => Promise<void>;

export function createShowEnd({ posting, editing, words }: Parts): ShowEnd {
  return async (state, { isNews = true, log }) => {
    const { message, followed, requestedBy, requestId, decision } = state;
    const toRequester = wordsFor(requestedBy.locale);
    if (message) await unlessGone(editing.chat.update({ ...message, ...endedRequestPost(state, words) }), log);
    const closed = followed && { ...followed, ...closedMessage(state, toRequester) };
    const isClosed = closed !== undefined && (await unlessGone(editing.chat.update(closed), log));
    // Who withdrew it has just seen so, in the message with the button.
    if (!isNews || (decision?.outcome === 'withdrawn' && isClosed)) return;
    await unlessGone(
      posting.chat.postMessage({
        channel: requestedBy.slackUserId,
        ...endedMessage(state, toRequester),
        unfurl_links: false,
        unfurl_media: false,
        metadata: { event_type: 'onboarding_follow', event_payload: { request_id: requestId, stage: 'ended' } },
      }),
      log,
    );
  };
}
