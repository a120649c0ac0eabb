import type { WebClient } from '@slack/web-api';
import { buttonValue } from '../../contract/buttons.ts';
import type { OnboardingState } from '../../contract/state.ts';
import { openRequestPost } from '../../messages/approvers/request-post.ts';
import { sentMessage } from '../../messages/requester/request-news.ts';
import { type Words, wordsFor } from '../../messages/words/words-for.ts';
import type { EditInTime } from '../effects/edit-in-time.ts';
import { LEFT_OPEN, type Task } from '../task.ts';
import { NotHeld, TaskError } from '../task-error.ts';

type Parts = {
  editing: WebClient;
  editInTime: EditInTime;
  approvers: (state: OnboardingState) => Promise<string[]>;
  words: Words;
};

/**
 * Puts the buttons under the request, and the one to withdraw it under the requester's message. The task stays open:
 * whoever decides answers it.
 */
export function awaitDecision({ editing, editInTime, approvers, words }: Parts): Task {
  return async (state, context) => {
    const { message, followed, requestedBy } = state;
    const { token, executionName, log } = context;
    if (!message) throw new TaskError('Failed', 'The request has no message to put buttons under.');
    const version = state.inspection?.Profile.Version ?? '';
    const value = buttonValue('approve', { execution: executionName, token, version });
    const post = openRequestPost(state, await approvers(state), words, value);
    const isTheirTurn = await editInTime(() => editing.chat.update({ ...message, ...post }), context);
    // From here on the task must not fail: another token would make the buttons useless. Who has lost its message leaves it to the next.
    if (isTheirTurn && followed) {
      const sent = sentMessage(state, wordsFor(requestedBy.locale), value);
      await editInTime(() => editing.chat.update({ ...followed, ...sent }), context).catch((err: unknown) => {
        if (err instanceof NotHeld) throw err;
        log.warn({ err }, 'a request waits that cannot be withdrawn');
      });
    }
    return LEFT_OPEN;
  };
}
