import type { WebClient } from '@slack/web-api';
import type { OnboardingState } from '../../contract/state.ts';
import { openRequestPost, progressPost } from '../../messages/approvers/request-post.ts';
import type { Words } from '../../messages/words/words-for.ts';
import type { EditInTime } from '../effects/edit-in-time.ts';
import type { PostOnce } from '../effects/post-once.ts';
import type { Task } from '../task.ts';

type Parts = {
  postOnce: PostOnce;
  editing: WebClient;
  editInTime: EditInTime;
  approvers: (state: OnboardingState) => Promise<string[]>;
  words: Words;
};

/** Makes the message in the approvals channel say how things stand: posts it at first, edits it later. */
export function announce({ postOnce, editing, editInTime, approvers, words }: Parts): Task {
  return async (state, context) => {
    const { message } = state;
    if (message) {
      const all = state.resolved?.users.length ?? 0;
      const post = progressPost({ ...state, grants: state.inspection?.Profile.Grants }, { done: 0, all }, words);
      await editInTime(() => editing.chat.update({ ...message, ...post }), context);
      return message;
    }
    const post = openRequestPost(state, await approvers(state), words);
    return postOnce('request', { channel: state.approval.channel, ...post }, context);
  };
}
