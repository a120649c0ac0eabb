import type { WebClient } from '@slack/web-api';
import { approvedMessage, closedMessage } from '../../messages/requester/request-news.ts';
import { wordsFor } from '../../messages/words/words-for.ts';
import type { EditInTime } from '../effects/edit-in-time.ts';
import type { TellRequester } from '../effects/tell-requester.ts';
import { unlessGone } from '../effects/unless-gone.ts';
import type { Task } from '../task.ts';

type Parts = { tellRequester: TellRequester; editing: WebClient; editInTime: EditInTime };

/** Tells the requester that their request was approved: in a new message, because an edit notifies nobody. The earlier one loses its button. */
export function tellApproved({ tellRequester, editing, editInTime }: Parts): Task {
  return async (state, context) => {
    const { followed, requestedBy } = state;
    const words = wordsFor(requestedBy.locale);
    if (followed) {
      const closed = { ...followed, ...closedMessage(state, words) };
      const edit = () => unlessGone(editing.chat.update(closed), context.log);
      if (!(await editInTime(edit, context))) return;
    }
    return tellRequester('approved', approvedMessage(state, words), state, context);
  };
}
