import { sentMessage } from '../../messages/requester/request-news.ts';
import { wordsFor } from '../../messages/words/words-for.ts';
import type { PostOnce } from '../effects/post-once.ts';
import type { Task } from '../task.ts';

/** Tells the requester that their request was sent. */
export function acknowledge({ postOnce }: { postOnce: PostOnce }): Task {
  return async (state, context) => {
    const { slackUserId: channel, locale } = state.requestedBy;
    return postOnce('sent', { channel, ...sentMessage(state, wordsFor(locale)) }, context);
  };
}
