import type { BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { denialForm } from '../../messages/denial-form.ts';
import { type DecisionRef, fromButtonValue } from '../../onboarding/button-value.ts';
import { judge, wordsOf } from '../decision.ts';
import type { Services } from '../services.ts';

type Used = Pick<Services, 'answering' | 'directory' | 'permissions' | 'workflow' | 'log'>;

/** *Deny* was clicked: checks who it was, then asks for the reason. */
export const askWhyDenied =
  (services: Used) =>
  async ({ ack, body, action }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>>): Promise<void> => {
    await ack();
    const { answering, workflow } = services;
    const ref = fromButtonValue<DecisionRef>(action.value);
    const words = await wordsOf(body.user.id, services);
    const tell = (text: string) =>
      answering.chat.postEphemeral({ channel: body.channel?.id ?? '', user: body.user.id, text });

    const { refusal } = await judge(body.user.id, ref, services, words);
    if (refusal !== undefined) return void (await tell(refusal));
    if (!(await workflow.isOpen(ref.token))) return void (await tell(words.alreadyDecided));

    await answering.views.open({ trigger_id: body.trigger_id, view: denialForm(action.value ?? '', words) });
  };
