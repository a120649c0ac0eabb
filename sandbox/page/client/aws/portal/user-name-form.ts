import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../../language.ts';
import { type Fields, SignInForm } from '../sign-in-form.ts';
import { type Next, type Typed, usePortal } from './door.ts';
import { portalWords } from './words.ts';

/** The first page of the portal: who. Whoever has no password yet gets a code for having typed this. */
export function UserNameForm({
  userName,
  isOfCompany,
  isForTerminal,
  onNext,
}: {
  userName: string;
  isOfCompany: boolean;
  /** A terminal asks to be let in. */
  isForTerminal: boolean;
  onNext: (typed: Typed, next: Next) => void;
}): VNode {
  const words = useWords(portalWords);
  const { refusal, isBusy, attempt } = usePortal();
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (userName) field.current?.focus();
  }, []);

  const submit = async (fields: Fields) => {
    const typed = { userName: fields('username').trim() };
    const next = await attempt(typed);
    if (next) onNext(typed, next);
    else field.current?.select();
  };
  return html`
    <${SignInForm} title=${words.title} submit=${words.next} isBusy=${isBusy} refusal=${refusal} onSubmit=${submit}>
      ${isForTerminal && html`<p class="aws-note">${words.request.signInFirst}</p>`}
      <p class="aws-hint">${isOfCompany ? words.introOfCompany : words.intro}</p>
      <label class="aws-field">
        <span class="aws-label">${words.userName}</span>
        <input
          ref=${field}
          name="username"
          autocomplete="username"
          defaultValue=${userName}
          autocapitalize="none"
          spellcheck=${false}
          required
        />
      </label>
    <//>
  `;
}
