import type { WebClient } from '@slack/web-api';
import type { OnboardingState } from '../../contract/state.ts';
import { endedRequestPost } from '../../messages/approvers/request-post.ts';
import { closedMessage, endedMessage } from '../../messages/requester/request-news.ts';
import { type Words, wordsFor } from '../../messages/words/words-for.ts';
import { asideOf } from '../../onboarding/effects.ts';
import { readOutcome } from '../../onboarding/outcome.ts';
import type { TaskContext } from '../task.ts';
import type { PostOnce } from './post-once.ts';
import type { TellRequester } from './tell-requester.ts';
import { unlessGone } from './unless-gone.ts';

type Parts = { postOnce: PostOnce; tellRequester: TellRequester; editing: WebClient; words: Words };

/**
 * Makes both messages about a request say how it ended; then tells the requester. Approvers whom nobody has asked, since everybody
 * was found to be set aside, read that without being called.
 */
export type ShowEnd = (state: OnboardingState, context: TaskContext) => Promise<void>;

export function createShowEnd({ postOnce, tellRequester, editing, words }: Parts): ShowEnd {
  return async (state, context) => {
    const { message, followed, requestedBy, decision } = state;
    const { log } = context;
    const toRequester = wordsFor(requestedBy.locale);
    const { kind } = readOutcome(state);
    if (message) await unlessGone(editing.chat.update({ ...message, ...endedRequestPost(state, words) }), log);
    else if (kind === 'nobody' && asideOf(state).length > 0)
      await postOnce('request', { channel: state.approval.channel, ...endedRequestPost(state, words) }, context);
    const closed = followed && { ...followed, ...closedMessage(state, toRequester) };
    const isClosed = closed !== undefined && (await unlessGone(editing.chat.update(closed), log));
    // Who withdrew it has just seen so, in the message with the button.
    if (decision?.outcome === 'withdrawn' && isClosed) return;
    // By its kind: an execution that was stopped can be redriven, and then ends in another way.
    await unlessGone(tellRequester(`ended/${kind}`, endedMessage(state, toRequester), state, context), log);
  };
}
