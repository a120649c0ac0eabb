import type { WebClient } from '@slack/web-api';
import { buttonValue } from '../../contract/buttons.ts';
import type { OnboardingState, Posted } from '../../contract/state.ts';
import { endedRequestPost, openRequestPost, progressPost } from '../../messages/approvers/request-post.ts';
import type { Message } from '../../messages/kit/blocks.ts';
import { closedMessage, sentMessage } from '../../messages/requester/request-news.ts';
import { type Words, wordsFor } from '../../messages/words/words-for.ts';
import type { Workflow } from '../../workflow/client.ts';
import type { Standing } from '../../workflow/standing.ts';
import type { TaskContext } from '../task.ts';
import { unlessGone } from './unless-gone.ts';

type Parts = {
  workflow: Pick<Workflow, 'standing'>;
  editing: WebClient;
  approvers: (state: OnboardingState) => Promise<string[]>;
  words: Words;
};

/**
 * Makes both messages about a request say how it stands by now, whatever has become of it; notifies nobody. It is for whoever has shown
 * something, or may have, that was not true any more: nobody else would draw it again.
 * @param posted what a task has posted meanwhile, of which the execution does not know
 */
export type ShowStanding = (
  posted: Partial<Pick<OnboardingState, 'message' | 'followed'>>,
  context: Pick<TaskContext, 'executionName' | 'token' | 'log'>,
) => Promise<void>;

export function createShowStanding({ workflow, editing, approvers, words }: Parts): ShowStanding {
  return async (posted, { executionName, token, log }) => {
    const edit = (message: Message & Posted) => unlessGone(editing.chat.update(message), log);
    let shown: Standing | undefined;
    while (!shown?.isOver) {
      const standing = await workflow.standing(executionName, token);
      // Others draw as the request goes on: what was drawn must still be true when it has been drawn.
      if (!standing || standing.at === shown?.at) return;
      log.info('a request has moved on: its messages are being updated');
      const { message, followed } = { ...posted, ...standing.state };
      const value = buttonOf(standing, executionName);
      if (followed) await edit({ ...followed, ...toRequester(standing, value) });
      if (message) await edit({ ...message, ...(await toApprovers(standing, value)) });
      shown = standing;
    }
  };

  async function toApprovers(
    { state, deciding, progress, isOver }: Standing,
    value: string | undefined,
  ): Promise<Message> {
    if (isOver || isDecidedOtherwise(state)) return endedRequestPost(state, words);
    // Who is asked again has decided before.
    if (deciding !== undefined || !state.decision) return openRequestPost(state, await approvers(state), words, value);
    const all = state.resolved?.users.length ?? 0;
    const done = progress ? progress.index * progress.size + progress.people.length : 0;
    return progressPost({ ...state, grants: state.inspection?.Profile.Grants }, { done, all }, words);
  }
}

function toRequester({ state, deciding, isOver }: Standing, value: string | undefined): Message {
  const words = wordsFor(state.requestedBy.locale);
  const isClosed = isOver || (deciding === undefined && (state.decision ?? state.trouble) !== undefined);
  return isClosed ? closedMessage(state, words) : sentMessage(state, words, value);
}

/** Only after an approval anything is done before the end is told. */
const isDecidedOtherwise = ({ decision, trouble }: OnboardingState): boolean =>
  trouble !== undefined || (decision !== undefined && decision.outcome !== 'approved');

function buttonOf({ state, deciding }: Standing, execution: string): string | undefined {
  if (deciding === undefined) return undefined;
  return buttonValue('approve', { execution, token: deciding, version: state.inspection?.Profile.Version ?? '' });
}
