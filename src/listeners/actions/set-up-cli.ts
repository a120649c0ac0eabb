import type { BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { readButton } from '../../contract/buttons.ts';
import { cliNotice, consoleCliWindow } from '../../messages/newcomer/cli-window.ts';
import { cliView, deliveredOf, showEverything } from '../cli.ts';
import type { Services } from '../services.ts';
import { wordsOf } from '../words-of.ts';

type Used = Pick<Services, 'answering' | 'directory' | 'accounts' | 'findAccess' | 'journal' | 'log'>;

/** *Set up the AWS CLI* was clicked: shows what was delivered at once; of groups alone AWS has to be asked which accounts they open. */
export const setUpCli =
  (services: Used) =>
  async ({ ack, body, action }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>>): Promise<void> => {
    await ack();
    const ref = readButton('set-up-cli', action.value);
    const { answering, journal } = services;
    const by = body.user.id;
    const request = ref.kind === 'portal' ? ref.request : undefined;
    const words = await wordsOf(by, { ...services, log: services.log.child({ request }) });
    const open = (view: ModalView) => answering.views.open({ trigger_id: body.trigger_id, view });

    if (ref.kind === 'console') {
      journal.record({ event: 'cli-shown', request, by, what: 'console', form: 'file' });
      await open(consoleCliWindow(words));
      return;
    }
    if (ref.owner !== by) {
      journal.record({ event: 'refused', request, tried: 'set-up-cli', by, rule: 'not-theirs' });
      await open(cliNotice('nothing', words));
      return;
    }
    if (ref.roles.length === 0 && ref.hasGroups) {
      const { view } = await open(cliNotice('loading', words));
      const { profileId, userId, owner } = ref;
      const everything = { kind: 'everything' as const, profileId, userId, owner };
      await showEverything({ viewId: view?.id ?? '', by, ref: everything, form: 'file', words }, services);
      return;
    }
    journal.record({ event: 'cli-shown', request, by, what: 'delivered', form: 'file' });
    await open(cliView({ ...deliveredOf(ref, services), form: 'file' }, words));
  };
