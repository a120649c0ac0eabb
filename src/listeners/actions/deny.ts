import type { BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { denialForm } from '../../messages/denial-form.ts';
import { judgeClick } from '../decision.ts';
import type { Services } from '../services.ts';

type Used = Pick<Services, 'answering' | 'directory' | 'permissions' | 'workflow' | 'log'>;

/** *Deny* was clicked: checks who it was, then asks for the reason. */
export const askWhyDenied =
  (services: Used) =>
  async ({ ack, body, action }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>>): Promise<void> => {
    await ack();
    const click = await judgeClick({ body, action }, services);
    if (!click) return;

    if (await services.workflow.isOpen(click.ref.token)) {
      await services.answering.views.open({
        trigger_id: body.trigger_id,
        view: denialForm(action.value ?? '', click.words),
      });
    } else await click.tell(click.words.alreadyDecided);
  };
