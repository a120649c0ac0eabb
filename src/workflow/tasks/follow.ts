import type { WebClient } from '@slack/web-api';
import { approvedMessage, closedMessage, sentMessage } from '../../messages/requester.ts';
import { wordsFor } from '../../messages/words.ts';
import type { Task } from '../task.ts';
import { unlessGone } from '../unless-gone.ts';

/** Tells the requester how their request goes: a new message each time, because an edit notifies nobody. */
export function follow({ posting, editing }: { posting: WebClient; editing: WebClient }): Task {
  return async (state, { log }) => {
    const words = wordsFor(state.requestedBy.locale);
    const stage = state.decision ? 'approved' : 'sent';
    if (state.decision && state.followed)
      await unlessGone(editing.chat.update({ ...state.followed, ...closedMessage(state, words) }), log);
    const { channel, ts } = await posting.chat.postMessage({
      channel: state.requestedBy.slackUserId,
      ...(stage === 'approved' ? approvedMessage(state, words) : sentMessage(state, words)),
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: 'onboarding_follow', event_payload: { request_id: state.requestId, stage } },
    });
    return { channel, ts };
  };
}
