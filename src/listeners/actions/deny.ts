import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { denialForm } from '../../messages/approvers/denial-form.ts';
import { judge, readClick } from '../decision.ts';
import { openModal } from '../open-modal.ts';
import type { Services } from '../services.ts';
import { within } from '../within.ts';

type Used = Pick<Services, 'answering' | 'directory' | 'permissions' | 'workflow' | 'journal' | 'log'>;

/** The trigger of the form lives for three seconds. */
const JUDGE_MS = 1_500;

/** *Deny* was clicked: asks for the reason. Who cannot be judged in time is judged when they submit it. */
export const askWhyDenied =
  (services: Used) =>
  async ({
    ack,
    body,
    action,
    context,
  }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const { userId, ref, words, tell, log, isFirst } = await readClick('deny', { body, action }, services);
    const { workflow } = services;
    const known = Promise.all([judge(userId, ref, services, words), workflow.isOpen(ref.token)]);
    const [judgement, isOpen] = (await within(JUDGE_MS, known, log)) ?? [];
    if (judgement && 'refusal' in judgement) return void (await tell(judgement.refusal));
    if (isOpen === false) {
      const stands = (await workflow.standing(ref.execution, ref.token))?.state.decision;
      // The form that this click opened has been sent meanwhile.
      const isTheirs = isFirst && stands?.outcome === 'denied' && stands.by.slackUserId === userId;
      return isTheirs ? undefined : void (await tell(words.alreadyDecided));
    }
    const view = denialForm(action.value ?? '', words);
    await openModal({ trigger_id: body.trigger_id, view, context }, { ...services, log });
  };
