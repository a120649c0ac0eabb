import type { ModalView } from '@slack/types';
import { buttonValue, type PasswordRef } from '../../contract/buttons.ts';
import type { IssueRefusal } from '../../contract/errors.ts';
import { context, notice, plain, preformatted, section } from '../kit/blocks.ts';
import { accountLabel, address, code } from '../kit/mrkdwn.ts';
import type { Words } from '../words/words-for.ts';

/** There is one already: another can be had instead. */
type Replaceable = Extract<IssueRefusal, 'AlreadyShown' | 'Overtaken'>;
type PasswordNotice = Exclude<IssueRefusal, Replaceable> | 'failed' | 'loading';

/** The temporary password. No button, no input, no notify_on_close: their payloads would carry the password back. */
export function passwordModal(
  {
    account,
    userName,
    loginUrl,
    password,
    isInstead,
  }: {
    account: { id: string; name: string };
    userName: string;
    loginUrl: string;
    password: string;
    /** It was made in place of an earlier one. */
    isInstead: boolean;
  },
  { password: words, welcome }: Words,
): ModalView {
  return notice(words.title, words.close, [
    section(`${words.account(accountLabel(account))}\n${welcome.signIn(address(loginUrl), code(userName))}`),
    preformatted(password),
    context(isInstead ? words.onceInstead : words.once),
    section(words.next),
  ]);
}

export const isReplaceable = (refusal: IssueRefusal): refusal is Replaceable =>
  refusal === 'AlreadyShown' || refusal === 'Overtaken';

/** A password was made elsewhere: offers another, which ends that one. */
export function replaceableModal(why: Replaceable, ref: PasswordRef, { password: words }: Words): ModalView {
  return notice(words.title, words.close, [
    section(why === 'AlreadyShown' ? words.alreadyShown : words.Overtaken),
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          action_id: 'make-new-password',
          text: plain(words.makeNew),
          value: buttonValue('make-new-password', ref),
        },
      ],
    },
  ]);
}

/** Anything else that the modal can say instead of a password. */
export function passwordNotice(kind: PasswordNotice, { password: words }: Words): ModalView {
  return notice(words.title, words.close, [section(words[kind])]);
}
