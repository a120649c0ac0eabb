import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { denialForm } from '../../messages/approvers/denial-form.ts';
import type { Click, ReadClick } from '../click.ts';
import type { Decisions } from '../decision.ts';
import { openModal } from '../open-modal.ts';
import type { Services } from '../services.ts';
import { within } from '../within.ts';

type Used = { readClick: ReadClick; decisions: Decisions } & Pick<Services, 'answering' | 'workflow'>;

/** The trigger of the form lives for three seconds. */
const JUDGE_MS = 1_500;

/** *Deny* was clicked: asks for the reason. Who cannot be judged in time is judged when they submit it. */
export const askWhyDenied =
  ({ readClick, decisions, workflow, answering }: Used) =>
  async ({
    ack,
    body,
    action,
    context,
  }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const click = readClick('deny', { body, action });
    const { userId, ref, words, whisper, log } = click;
    const known = Promise.all([decisions.judge(userId, ref), workflow.isOpen(ref.token)]);
    const [judgement, isOpen] = (await within(JUDGE_MS, known, log)) ?? [];
    if (judgement && 'refusal' in judgement) await whisper(judgement.refusal);
    else if (isOpen === false) {
      if (!(await hasDenied(click, workflow))) await whisper((words) => words.alreadyDecided);
    } else {
      const asked = judgement?.asked;
      const view = denialForm(action.value ?? '', { reference: ref.execution, asked }, await words());
      await openModal({ trigger_id: body.trigger_id, view, context }, { answering, log });
    }
  };

/** The form that this click opened has been sent meanwhile. */
async function hasDenied({ userId, ref, isFirst }: Click, workflow: Pick<Services['workflow'], 'standing'>) {
  const stands = (await workflow.standing(ref.execution, ref.token))?.state.decision;
  return isFirst && stands?.outcome === 'denied' && stands.by.slackUserId === userId;
}
