import type { WebClient } from '@slack/web-api';
import { progressPost } from '../../messages/request-post.ts';
import { batchPost, LONG_LIST } from '../../messages/request-thread.ts';
import type { Words } from '../../messages/words.ts';
import type { ProgressInput } from '../../onboarding/request.ts';
import type { Task } from '../task.ts';

type Parts = { posting: WebClient; editing: WebClient; words: Words };

/** After a batch: of a long list, posts what became of these people in the request's thread; then moves the bar. */
export function progress({ posting, editing, words }: Parts): Task<ProgressInput> {
  return async (input, { log }) => {
    const { message, index, size, total, people, requestId } = input;
    const inThread = total > LONG_LIST;
    if (inThread) {
      await posting.chat.postMessage({
        channel: message.channel,
        thread_ts: message.ts,
        ...batchPost(input, words),
        unfurl_links: false,
        unfurl_media: false,
        metadata: { event_type: 'onboarding_batch', event_payload: { request_id: requestId, index } },
      });
    }
    const done = { done: index * size + people.length, all: total };
    await editing.chat
      .update({ ...message, ...progressPost(input, done, words) })
      .catch((err: unknown) => log.warn({ err }, 'the progress of a request could not be shown'));
    return { inThread };
  };
}
