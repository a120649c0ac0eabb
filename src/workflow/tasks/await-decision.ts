import type { WebClient } from '@slack/web-api';
import { openRequestPost } from '../../messages/request-post.ts';
import type { Words } from '../../messages/words.ts';
import { toButtonValue } from '../../onboarding/button-value.ts';
import type { OnboardingState } from '../../onboarding/request.ts';
import { LEFT_OPEN, type Task } from '../task.ts';
import { TaskError } from '../task-error.ts';

type Parts = { posting: WebClient; approvers: (state: OnboardingState) => Promise<string[]>; words: Words };

/** Puts the buttons under the request. The task stays open: whoever decides answers it. */
export function awaitDecision({ posting, approvers, words }: Parts): Task {
  return async (state, { token, executionName }) => {
    if (!state.message) throw new TaskError('Failed', 'The request has no message to put buttons under.');
    const value = toButtonValue({ execution: executionName, token });
    await posting.chat.update({ ...state.message, ...openRequestPost(state, await approvers(state), words, value) });
    return LEFT_OPEN;
  };
}
