import type { WebClient } from '@slack/web-api';
import { approvedMessage, closedMessage, sentMessage } from '../../messages/requester.ts';
import { wordsFor } from '../../messages/words.ts';
import type { PostOnce } from '../post-once.ts';
import type { Task } from '../task.ts';
import { unlessGone } from '../unless-gone.ts';

/** Tells the requester how their request goes: a new message each time, because an edit notifies nobody. */
export function follow({ postOnce, editing }: { postOnce: PostOnce; editing: WebClient }): Task {
  return async (state, context) => {
    const words = wordsFor(state.requestedBy.locale);
    if (state.decision && state.followed)
      await unlessGone(editing.chat.update({ ...state.followed, ...closedMessage(state, words) }), context.log);
    const channel = state.requestedBy.slackUserId;
    return state.decision
      ? postOnce('approved', { channel, ...approvedMessage(state, words) }, context)
      : postOnce('sent', { channel, ...sentMessage(state, words) }, context);
  };
}
