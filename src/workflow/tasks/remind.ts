import type { WebClient } from '@slack/web-api';
import { reminderPost } from '../../messages/request-thread.ts';
import type { Words } from '../../messages/words.ts';
import type { OnboardingState } from '../../onboarding/request.ts';
import type { Task } from '../task.ts';

type Parts = { posting: WebClient; approvers: (state: OnboardingState) => Promise<string[]>; words: Words };

/** Reminds the approvers: in the request's thread, where it belongs, and in the channel, where it is seen. */
export function remind({ posting, approvers, words }: Parts): Task {
  return async (state) => {
    if (!state.message) return;
    const { channel, ts } = state.message;
    await posting.chat.postMessage({
      channel,
      thread_ts: ts,
      reply_broadcast: true,
      ...reminderPost(state, await approvers(state), words),
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: 'onboarding_reminder', event_payload: { request_id: state.requestId } },
    });
  };
}
