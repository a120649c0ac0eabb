import type { WebClient } from '@slack/web-api';
import { approvedMessage, closedMessage, sentMessage } from '../../messages/requester/request-news.ts';
import { wordsFor } from '../../messages/words/words-for.ts';
import type { EditInTime } from '../effects/edit-in-time.ts';
import type { PostOnce } from '../effects/post-once.ts';
import { unlessGone } from '../effects/unless-gone.ts';
import type { Task } from '../task.ts';

type Parts = { postOnce: PostOnce; editing: WebClient; editInTime: EditInTime };

/** Tells the requester how their request goes: a new message each time, because an edit notifies nobody. */
export function follow({ postOnce, editing, editInTime }: Parts): Task {
  return async (state, context) => {
    const { decision, followed, requestedBy } = state;
    const words = wordsFor(requestedBy.locale);
    const channel = requestedBy.slackUserId;
    if (!decision) return postOnce('sent', { channel, ...sentMessage(state, words) }, context);
    if (followed) {
      const closed = { ...followed, ...closedMessage(state, words) };
      const edit = () => unlessGone(editing.chat.update(closed), context.log);
      if (!(await editInTime(edit, context))) return;
    }
    return postOnce('approved', { channel, ...approvedMessage(state, words) }, context);
  };
}
