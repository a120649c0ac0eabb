import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../../language.ts';
import { Fact } from '../fact.ts';
import { type Fields, SignInForm } from '../sign-in-form.ts';
import { awsWords } from '../words.ts';
import { type Asked, type Next, type Typed, usePortal } from './door.ts';
import { StepFields } from './step-fields.ts';
import { portalWords } from './words.ts';

/** One of the portal's pages after the user name: a mailed code, a password, a new one, or a code of the authenticator. */
export function StepForm({
  asked,
  typed,
  onNext,
  onBack,
}: {
  asked: Asked;
  typed: Typed;
  onNext: (typed: Typed, next: Next) => void;
  onBack: () => void;
}): VNode {
  const words = useWords(portalWords);
  const { signIn } = useWords(awsWords);
  const { refusal, refuse, isBusy, attempt } = usePortal();
  const first = useRef<HTMLInputElement>(null);

  useEffect(() => first.current?.focus(), []);

  const submit = async (fields: Fields) => {
    if (asked.name === 'newPasswordRequired' && fields('new-password') !== fields('confirm')) {
      refuse(signIn.differ);
      return first.current?.select();
    }
    const more = withFields(asked, typed, fields);
    const next = await attempt(more);
    if (!next) return first.current?.select();
    // A password that was chosen is the password from now on.
    const { userName, newPassword } = more;
    onNext(newPassword === undefined ? more : { userName, password: newPassword }, next);
  };

  const { title, submit: submitWord } = words.steps[asked.name];
  const back = html`<button type="button" class="aws-link" onClick=${onBack}>${words.back}</button>`;
  return html`
    <${SignInForm} title=${title} submit=${submitWord} ...${{ isBusy, refusal }} onSubmit=${submit} footer=${back}>
      <dl class="aws-facts"><${Fact} name=${words.userName}>${typed.userName}<//></dl>
      <input name="username" autocomplete="username" value=${typed.userName} readonly hidden />
      <${StepFields} asked=${asked} userName=${typed.userName} inputRef=${first} />
    <//>
  `;
}

function withFields({ name }: Asked, typed: Typed, fields: Fields): Typed {
  switch (name) {
    case 'codeSent':
      return { ...typed, code: fields('code').trim() };
    case 'passwordRequired':
      return { ...typed, password: fields('password') };
    case 'newPasswordRequired':
      return { ...typed, newPassword: fields('new-password') };
    case 'companySignInRequired':
      return { ...typed, companySignIn: true };
    default:
      return { ...typed, mfaCode: fields('code').trim() };
  }
}
