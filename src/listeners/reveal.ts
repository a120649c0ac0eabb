import type { ModalView } from '@slack/types';
import { alreadyShownModal, passwordModal, passwordNotice } from '../messages/password.ts';
import type { Words } from '../messages/words.ts';
import { type PasswordRef, toButtonValue } from '../onboarding/button-value.ts';
import { unlessSlackSays } from '../slack-says.ts';
import type { Services } from './services.ts';

type Reveal = { viewId: string; userId: string; ref: PasswordRef; reissue: boolean; words: Words };

/** Has the password made for who clicked, and shows it in a modal that is open already. It goes nowhere else. */
export async function reveal(
  { viewId, userId, ref, reissue, words }: Reveal,
  { answering, issuePassword, log }: Pick<Services, 'answering' | 'issuePassword' | 'log'>,
): Promise<void> {
  const { account, userName } = ref;
  // `not_found`: the person has closed the modal; pressing the button again shows what there is.
  const show = (view: ModalView) => unlessSlackSays(answering.views.update({ view_id: viewId, view }), 'not_found');
  try {
    const issued = await issuePassword({ accountId: account.id, userName, claimedBy: userId, reissue });
    const result = typeof issued === 'string' ? issued : reissue ? 'made anew' : 'made';
    log.info({ audit: { account: account.id, userName, claimedBy: userId, result } }, 'password asked for');

    if (issued === 'AlreadyShown') await show(alreadyShownModal(toButtonValue(ref), words));
    else if (typeof issued === 'string') await show(passwordNotice(issued, words));
    else await show(passwordModal({ account, ...issued }, words));
  } catch (err) {
    await show(passwordNotice('failed', words)).catch(() => {});
    throw err;
  }
}
