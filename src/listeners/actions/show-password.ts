import type { BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { readButton } from '../../contract/buttons.ts';
import { passwordNotice } from '../../messages/password.ts';
import { reveal } from '../reveal.ts';
import type { Services } from '../services.ts';
import { wordsOf } from '../words-of.ts';

type Used = Pick<Services, 'answering' | 'directory' | 'issuePassword' | 'journal' | 'log'>;

/** *Show temporary password* was clicked: opens the modal at once, while its trigger lives, then makes the password. */
export const showPassword =
  (services: Used) =>
  async ({ ack, body, action }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>>): Promise<void> => {
    await ack();
    const ref = readButton('show-password', action.value);
    const words = await wordsOf(body.user.id, { ...services, log: services.log.child({ request: ref.request }) });
    const { view } = await services.answering.views.open({
      trigger_id: body.trigger_id,
      view: passwordNotice('loading', words),
    });
    await reveal({ viewId: view?.id ?? '', userId: body.user.id, ref, reissue: false, words }, services);
  };
