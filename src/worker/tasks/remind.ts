import type { OnboardingState } from '../../contract/state.ts';
import { askedAgainPost, reminderPost } from '../../messages/approvers/request-thread.ts';
import type { Words } from '../../messages/words/words-for.ts';
import type { Workflow } from '../../workflow/client.ts';
import type { PostOnce } from '../effects/post-once.ts';
import type { Task } from '../task.ts';

type Parts = {
  postOnce: PostOnce;
  workflow: Pick<Workflow, 'isOpen'>;
  approvers: (state: OnboardingState) => Promise<string[]>;
  words: Words;
};

/** Reminds the approvers, or asks them again: in the request's thread, where it belongs, and in the channel, where it is seen. */
export function remind({ postOnce, workflow, approvers, words }: Parts): Task {
  return async (state, context) => {
    if (!state.message) return;
    const { channel, ts } = state.message;
    const [effect, postOf] = state.requesterLeft
      ? (['asked-again', askedAgainPost] as const)
      : (['reminder', reminderPost] as const);
    const post = postOf(state, await approvers(state), words);
    // It holds for seconds, and to look people up may have taken longer.
    if (!(await workflow.isOpen(context.token))) return;
    await postOnce(effect, { channel, thread_ts: ts, reply_broadcast: true, ...post }, context);
  };
}
