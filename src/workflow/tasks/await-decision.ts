import type { WebClient } from '@slack/web-api';
import { buttonValue } from '../../contract/buttons.ts';
import type { OnboardingState, Posted } from '../../contract/state.ts';
import { openRequestPost } from '../../messages/request-post.ts';
import { closedMessage, sentMessage } from '../../messages/requester.ts';
import { type Words, wordsFor } from '../../messages/words.ts';
import type { Workflow } from '../client.ts';
import { LEFT_OPEN, type Task } from '../task.ts';
import { TaskError } from '../task-error.ts';

type Parts = {
  editing: WebClient;
  workflow: Workflow;
  approvers: (state: OnboardingState) => Promise<string[]>;
  words: Words;
};

/**
 * Puts the buttons under the request, and the one to withdraw it under the requester's message. The task stays open:
 * whoever decides answers it.
 */
export function awaitDecision({ editing, workflow, approvers, words }: Parts): Task {
  return async (state, { token, executionName, log }) => {
    const { message, followed } = state;
    if (!message) throw new TaskError('Failed', 'The request has no message to put buttons under.');
    const version = state.inspection?.Profile.Version ?? '';
    const value = buttonValue('approve', { execution: executionName, token, version });
    await editing.chat.update({ ...message, ...openRequestPost(state, await approvers(state), words, value) });
    // From here on the task must not fail: another token would make the buttons useless.
    if (followed)
      await offerWithdrawal(state, followed, { value, token }).catch((err: unknown) =>
        log.warn({ err }, 'a request waits that cannot be withdrawn'),
      );
    return LEFT_OPEN;
  };

  /** Slack may take its time, and somebody may decide meanwhile: then the button must not stay. */
  async function offerWithdrawal(
    state: OnboardingState,
    followed: Posted,
    { value, token }: { value: string; token: string },
  ): Promise<void> {
    const words = wordsFor(state.requestedBy.locale);
    if (!(await workflow.isOpen(token))) return;
    await editing.chat.update({ ...followed, ...sentMessage(state, words, value) });
    if (!(await workflow.isOpen(token))) await editing.chat.update({ ...followed, ...closedMessage(state, words) });
  }
}
