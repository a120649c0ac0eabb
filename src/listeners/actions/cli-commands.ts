import type { BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { readButton } from '../../contract/buttons.ts';
import { cliNotice } from '../../messages/newcomer/cli-window.ts';
import { cliView, deliveredOf, showEverything } from '../cli.ts';
import type { Services } from '../services.ts';
import { wordsOf } from '../words-of.ts';

type Used = Pick<Services, 'answering' | 'directory' | 'accounts' | 'findAccess' | 'journal' | 'log'>;

/** *As commands* was clicked: the same in a window on top, for who must not paste. Closing it leads back. */
export const showCliCommands =
  (services: Used) =>
  async ({ ack, body, action }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>>): Promise<void> => {
    await ack();
    const ref = readButton('cli-commands', action.value);
    const by = body.user.id;
    const words = await wordsOf(by, services);
    const push = (view: ModalView) => services.answering.views.push({ trigger_id: body.trigger_id, view });

    if (ref.kind === 'everything') {
      const { view } = await push(cliNotice('loading', words));
      await showEverything({ viewId: view?.id ?? '', by, ref, form: 'commands', words }, services);
      return;
    }
    const { request } = ref;
    services.journal.record({ event: 'cli-shown', request, by, what: 'delivered', form: 'commands' });
    await push(cliView({ ...deliveredOf(ref, services), form: 'commands' }, words));
  };
