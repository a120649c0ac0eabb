import type { WebClient } from '@slack/web-api';
import { openRequestPost, progressPost } from '../../messages/request-post.ts';
import type { Words } from '../../messages/words.ts';
import type { OnboardingState } from '../../onboarding/request.ts';
import type { Task } from '../task.ts';

type Parts = {
  posting: WebClient;
  editing: WebClient;
  approvers: (state: OnboardingState) => Promise<string[]>;
  words: Words;
};

/** Makes the message in the approvals channel say how things stand: posts it at first, edits it later. */
export function announce({ posting, editing, approvers, words }: Parts): Task {
  return async (state) => {
    if (state.message) {
      const all = state.resolved?.users.length ?? 0;
      await editing.chat.update({ ...state.message, ...progressPost(state, { done: 0, all }, words) });
      return state.message;
    }
    const { ts } = await posting.chat.postMessage({
      channel: state.approval.channel,
      ...openRequestPost(state, await approvers(state), words),
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: 'onboarding_request', event_payload: { request_id: state.requestId } },
    });
    return { channel: state.approval.channel, ts };
  };
}
