import type { BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { readButton } from '../../contract/buttons.ts';
import { cliNotice } from '../../messages/newcomer/cli-window.ts';
import { unlessSlackSays } from '../../slack/unless-slack-says.ts';
import { showEverything } from '../cli.ts';
import type { Services } from '../services.ts';
import { wordsOf } from '../words-of.ts';

type Used = Pick<Services, 'answering' | 'directory' | 'accounts' | 'findAccess' | 'journal' | 'log'>;

/** *Everything you have now* was clicked, in a window or below an answer: asks AWS, and shows it whole. */
export const showAllForCli =
  (services: Used) =>
  async ({ ack, body, action }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>>): Promise<void> => {
    await ack();
    const ref = readButton('cli-everything', action.value);
    const { views } = services.answering;
    const words = await wordsOf(body.user.id, services);
    const view = cliNotice('loading', words);
    // `not_found`: the window was closed meanwhile.
    const shown = body.view
      ? await unlessSlackSays(views.update({ view_id: body.view.id, view }), 'not_found')
      : await views.open({ trigger_id: body.trigger_id, view });
    if (!shown) return;
    await showEverything({ viewId: shown.view?.id ?? '', by: body.user.id, ref, form: 'file', words }, services);
  };
