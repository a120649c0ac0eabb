import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { openRequestPost, reminderPost } from '../../messages/request-post.ts';
import { sentMessage } from '../../messages/requester.ts';
import { type Words, wordsFor } from '../../messages/words.ts';
import { toButtonValue } from '../../onboarding/button-value.ts';
import type { OnboardingState, Posted } from '../../onboarding/request.ts';
import { LEFT_OPEN, type Task } from '../task.ts';
import { TaskError } from '../task-error.ts';

type Parts = {
  posting: WebClient;
  approvers: (state: OnboardingState) => Promise<string[]>;
  words: Words;
  log: Logger;
};

/**
 * Puts the buttons under the request, and the one to withdraw it under the requester's message. The task stays open:
 * whoever decides answers it. At half time, when it comes anew, the approvers are reminded as well.
 */
export function awaitDecision({ posting, approvers, words, log }: Parts): Task {
  return async (state, { token, executionName }) => {
    const { message, followed, halfTime } = state;
    if (!message) throw new TaskError('Failed', 'The request has no message to put buttons under.');
    const value = toButtonValue({ execution: executionName, token });
    const toRemind = await approvers(state);
    await posting.chat.update({ ...message, ...openRequestPost(state, toRemind, words, value) });
    // From here on the task must not fail: another token would make the buttons useless.
    if (followed) await unlessItFails(offerWithdrawal(state, followed, value));
    if (halfTime) await unlessItFails(remind(state, message, toRemind));
    return LEFT_OPEN;
  };

  function offerWithdrawal(state: OnboardingState, followed: Posted, value: string): Promise<unknown> {
    const words = wordsFor(state.requestedBy.locale);
    return posting.chat.update({ ...followed, ...sentMessage(state, words, value) });
  }

  /** In the thread, where it belongs to the request, and in the channel, where it is seen. */
  function remind(state: OnboardingState, { channel, ts }: Posted, toRemind: string[]): Promise<unknown> {
    return posting.chat.postMessage({
      channel,
      thread_ts: ts,
      reply_broadcast: true,
      ...reminderPost(state, toRemind, words),
      unfurl_links: false,
      metadata: { event_type: 'onboarding_reminder', event_payload: { request_id: state.requestId } },
    });
  }

  async function unlessItFails(call: Promise<unknown>): Promise<void> {
    await call.catch((err: unknown) => log.warn({ err }, 'a decision waits without a reminder or a way to withdraw'));
  }
}
