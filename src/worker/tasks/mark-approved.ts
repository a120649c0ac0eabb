import type { WebClient } from '@slack/web-api';
import { progressPost } from '../../messages/approvers/request-post.ts';
import type { Words } from '../../messages/words/words-for.ts';
import type { EditInTime } from '../effects/edit-in-time.ts';
import type { Task } from '../task.ts';

type Parts = { editing: WebClient; editInTime: EditInTime; words: Words };

/** Makes the message in the approvals channel say that the request was approved and is under way. */
export function markApproved({ editing, editInTime, words }: Parts): Task {
  return async (state, context) => {
    const { message } = state;
    if (!message) return;
    const all = state.resolved?.users.length ?? 0;
    const post = progressPost({ ...state, grants: state.inspection?.Profile.Grants }, { done: 0, all }, words);
    await editInTime(() => editing.chat.update({ ...message, ...post }), context);
  };
}
