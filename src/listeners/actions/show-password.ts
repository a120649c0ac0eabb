import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { readButton } from '../../contract/buttons.ts';
import { passwordNotice } from '../../messages/newcomer/password-window.ts';
import { openModal } from '../open-modal.ts';
import { reveal } from '../reveal.ts';
import type { Services } from '../services.ts';
import { wordsOf } from '../words-of.ts';

type Used = Pick<Services, 'answering' | 'directory' | 'issuePassword' | 'journal' | 'log'>;

/** *Show temporary password* was clicked: opens the modal at once, while its trigger lives, then makes the password. */
export const showPassword =
  (services: Used) =>
  async ({
    ack,
    body,
    action,
    context,
  }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const ref = readButton('show-password', action.value);
    const log = services.log.child({ request: ref.request });
    const words = await wordsOf(body.user.id, { ...services, log });
    const view = passwordNotice('loading', words);
    const opened = await openModal({ trigger_id: body.trigger_id, view, context }, { ...services, log });
    if (!opened) return;
    await reveal({ viewId: opened.view?.id ?? '', userId: body.user.id, ref, reissue: false, words }, services);
  };
