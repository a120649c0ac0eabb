import type { SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { type DecisionRef, fromButtonValue } from '../../onboarding/button-value.ts';
import { judge, wordsOf } from '../decision.ts';
import type { Services } from '../services.ts';

type Used = Pick<Services, 'directory' | 'permissions' | 'workflow' | 'log'>;

/** The denial was submitted: checks once more who it is, then answers the task that waits. */
export const deny =
  (services: Used) =>
  async ({ ack, body, view }: SlackViewMiddlewareArgs<ViewSubmitAction>): Promise<void> => {
    const ref = fromButtonValue<DecisionRef>(view.private_metadata);
    const words = await wordsOf(body.user.id, services);
    const refuse = (text: string) => ack({ response_action: 'errors', errors: { reason: text } });

    const reason = view.state.values.reason?.reason?.value?.trim();
    if (!reason) return refuse(words.formProblem({ field: 'reason', kind: 'missing' }));
    const judgement = await judge(body.user.id, ref, services, words);
    if ('refusal' in judgement) return refuse(judgement.refusal);

    const decided = await services.workflow.decide(ref.token, {
      outcome: 'denied',
      request: judgement.request,
      by: judgement.by,
      at: new Date().toISOString(),
      reason: reason.slice(0, 500).toWellFormed(),
    });
    return decided ? ack() : refuse(words.alreadyDecided);
  };
