import type { OnboardingState } from '../../contract/state.ts';
import { openRequestPost } from '../../messages/approvers/request-post.ts';
import type { Words } from '../../messages/words/words-for.ts';
import type { PostOnce } from '../effects/post-once.ts';
import type { Task } from '../task.ts';

type Parts = { postOnce: PostOnce; approvers: (state: OnboardingState) => Promise<string[]>; words: Words };

/** Posts the request in the approvals channel; it cannot be decided yet. */
export function announce({ postOnce, approvers, words }: Parts): Task {
  return async (state, context) => {
    const post = openRequestPost(state, await approvers(state), words);
    return postOnce('request', { channel: state.approval.channel, ...post }, context);
  };
}
