import type { BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { readButton } from '../../contract/buttons.ts';
import { passwordNotice } from '../../messages/newcomer/password-window.ts';
import { unlessSlackSays } from '../../slack/unless-slack-says.ts';
import { reveal } from '../reveal.ts';
import type { Services } from '../services.ts';
import { wordsOf } from '../words-of.ts';

type Used = Pick<Services, 'answering' | 'directory' | 'issuePassword' | 'journal' | 'log'>;

/** *Make a new one* was clicked in the modal: replaces the password that was shown before. */
export const makeNewPassword =
  (services: Used) =>
  async ({ ack, body, action }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>>): Promise<void> => {
    await ack();
    const ref = readButton('make-new-password', action.value);
    const words = await wordsOf(body.user.id, { ...services, log: services.log.child({ request: ref.request }) });
    const viewId = body.view?.id ?? '';
    // The hash lets one of two clicks through: the other would replace the password that the first one shows. Who has closed it sees none.
    const view = passwordNotice('loading', words);
    const update = services.answering.views.update({ view_id: viewId, view, hash: body.view?.hash ?? '' });
    const isFirst = (await unlessSlackSays(update, 'hash_conflict', 'not_found')) !== undefined;
    if (!isFirst) return;
    await reveal({ viewId, userId: body.user.id, ref, reissue: true, words }, services);
  };
