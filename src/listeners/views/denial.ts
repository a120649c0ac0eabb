import type { SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { readButton } from '../../contract/buttons.ts';
import { beginning } from '../../onboarding/characters.ts';
import { MAX_REASON, readReason } from '../../onboarding/form.ts';
import type { Decisions } from '../decision.ts';
import type { Services } from '../services.ts';
import { within } from '../within.ts';
import { wordsOf } from '../words-of.ts';

type Used = { decisions: Decisions } & Pick<Services, 'directory' | 'log'>;

/** Of the three seconds for the answer, what each of two steps may take. */
const STEP_MS = 1_200;

/** The denial was submitted: checks once more who it is, then answers the task that waits. */
export const deny =
  (services: Used) =>
  async ({ ack, body, view }: SlackViewMiddlewareArgs<ViewSubmitAction>): Promise<void> => {
    const ref = readButton('deny', view.private_metadata);
    const log = services.log.child({ request: ref.execution });
    const words = await wordsOf(body.user.id, { ...services, log });
    const refuse = (text: string) => ack({ response_action: 'errors', errors: { reason: text } });

    const reason = readReason(view.state.values.reason?.reason?.value ?? '');
    if (!reason) return refuse(words.formProblem({ field: 'reason', kind: 'missing' }));
    const judgement = await within(STEP_MS, services.decisions.judge(body.user.id, ref), log);
    if (!judgement) return refuse(words.denial.notSent);
    if ('refusal' in judgement) return refuse(judgement.refusal(words));

    const { by, request } = judgement;
    const denial = {
      outcome: 'denied' as const,
      request,
      by,
      at: new Date().toISOString(),
      reason: beginning(reason, MAX_REASON),
    };
    const verdict = await within(STEP_MS, services.decisions.decide(ref, denial), log);
    if (verdict === undefined) return refuse(words.denial.notSent);
    return verdict === 'too-late' ? refuse(words.alreadyDecided) : ack();
  };
