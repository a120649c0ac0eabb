import type { WebClient } from '@slack/web-api';
import { batchPost, LONG_LIST, progressPost } from '../../messages/request-post.ts';
import type { Words } from '../../messages/words.ts';
import type { ProgressInput } from '../../onboarding/request.ts';
import type { Task } from '../task.ts';

/** After a batch: moves the bar in the request's message and, of a long list, posts what became of these people in its thread. */
export function progress({ posting, words }: { posting: WebClient; words: Words }): Task<ProgressInput> {
  return async (input) => {
    const { message, index, size, total, people } = input;
    const done = index * size + people.length;
    await posting.chat.update({ ...message, ...progressPost(input, { done, all: total }, words) });
    if (total <= LONG_LIST) return;
    await posting.chat.postMessage({
      channel: message.channel,
      thread_ts: message.ts,
      ...batchPost(input, words),
      unfurl_links: false,
      metadata: { event_type: 'onboarding_batch', event_payload: { request_id: input.requestId, index } },
    });
  };
}
