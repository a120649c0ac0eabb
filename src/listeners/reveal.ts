import type { ModalView } from '@slack/types';
import type { PasswordRef } from '../contract/buttons.ts';
import {
  isReplaceable,
  passwordModal,
  passwordNotice,
  replaceableModal,
} from '../messages/newcomer/password-window.ts';
import { isSpent } from '../messages/newcomer/spent-button.ts';
import type { Words } from '../messages/words/words-for.ts';
import { unlessSlackSays } from '../slack/unless-slack-says.ts';
import type { Services } from './services.ts';

type Reveal = {
  viewId: string;
  userId: string;
  ref: PasswordRef;
  reissue: boolean;
  words: Words;
  /** Takes the button away that was pressed, where it is of no use any more. */
  onSpent?: (why: keyof Words['password']['spent']) => Promise<unknown>;
};

/** Has the password made for who clicked, and shows it in a modal that is open already. It goes nowhere else. */
export async function reveal(
  { viewId, userId, ref, reissue, words, onSpent }: Reveal,
  { answering, issuePassword, journal }: Pick<Services, 'answering' | 'issuePassword' | 'journal'>,
): Promise<void> {
  const { account, userName, userId: user, request } = ref;
  const about = { request, by: userId, account: account.id, userName };
  // `not_found`: the person has closed the modal; pressing the button again shows what there is.
  const show = (view: ModalView) => unlessSlackSays(answering.views.update({ view_id: viewId, view }), 'not_found');
  try {
    const claim = { accountId: account.id, userName, userId: user, claimedBy: userId, reissue };
    const issued = await issuePassword(claim).catch((err: Error) => {
      journal.record({ event: 'password-failed', error: err.name, ...about });
      throw err;
    });
    // Told before it is shown: a password that may have been seen counts as seen.
    if (issued === 'NotYours')
      journal.record({ event: 'refused', tried: 'show-password', rule: 'not-theirs', ...about });
    else if (typeof issued === 'string') journal.record({ event: 'password-refused', refusal: issued, ...about });
    else journal.record({ event: reissue ? 'password-replaced' : 'password-shown', ...about });

    if (typeof issued !== 'string') await show(passwordModal({ account, ...issued, isInstead: reissue }, words));
    else if (isReplaceable(issued)) await show(replaceableModal(issued, ref, words));
    else await show(passwordNotice(issued, words));
    if (typeof issued === 'string' && isSpent(issued)) await onSpent?.(issued);
  } catch (err) {
    await show(passwordNotice('failed', words)).catch(() => {});
    throw err;
  }
}
