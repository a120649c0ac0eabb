import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { readButton } from '../../contract/buttons.ts';
import { passwordNotice } from '../../messages/newcomer/password-window.ts';
import { withoutButton } from '../../messages/newcomer/spent-button.ts';
import type { Words } from '../../messages/words/words-for.ts';
import { openModal } from '../open-modal.ts';
import { reveal } from '../reveal.ts';
import type { Services } from '../services.ts';
import { wordsOf } from '../words-of.ts';

type Used = Pick<Services, 'answering' | 'directory' | 'issuePassword' | 'journal' | 'log'>;

/** So long after somebody was told, that they are not found says nothing. */
const IAM_LAGS_MS = 10 * 60_000;

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
    const { channel, message } = body;
    const onSpent = async (why: keyof Words['password']['spent']) => {
      if (!channel || !message) return;
      const { ts, text = '', blocks = [] } = message as { ts: string; text?: string; blocks?: KnownBlock[] };
      // IAM may not know yet whom it has just created.
      if (why === 'UserNotFound' && Date.now() - Number(ts) * 1000 < IAM_LAGS_MS) return;
      const left = withoutButton(blocks, action.block_id, why, words);
      await services.answering.chat
        .update({ channel: channel.id, ts, text, blocks: left })
        .catch((err: unknown) => log.warn({ err }, 'a button that has no use any more stays'));
    };
    const viewId = opened.view?.id ?? '';
    await reveal({ viewId, userId: body.user.id, ref, reissue: false, words, onSpent }, services);
  };
