import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { AccountSlice } from '../../slices.ts';
import { useWords } from '../language.ts';
import { type Credentials, useConsoleDoor, type Welcome } from './console-door.ts';
import { PasswordFields } from './password-fields.ts';
import type { SignInPlace } from './sign-in-context.ts';
import { type Fields, SignInForm } from './sign-in-form.ts';
import { awsWords } from './words.ts';

/** The first page of the sign-in: which account, who, and the password. */
export function CredentialsForm({
  place,
  accounts,
  onAnswer,
}: {
  place: SignInPlace;
  accounts: AccountSlice[];
  onAnswer: (credentials: Credentials, welcome: Welcome) => void;
}): VNode {
  const { signIn: words } = useWords(awsWords);
  const { refusal, isBusy, attempt } = useConsoleDoor();
  const user = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (place.account) (place.userName ? password : user).current?.focus();
  }, []);

  const submit = async (fields: Fields) => {
    const credentials = {
      accountId: fields('account').trim(),
      userName: fields('username').trim(),
      password: fields('password'),
    };
    const welcome = await attempt(credentials);
    if (welcome) onAnswer(credentials, welcome);
    else password.current?.select();
  };

  return html`
    <${SignInForm} title=${words.title} submit=${words.submit} isBusy=${isBusy} refusal=${refusal} onSubmit=${submit}>
      <p class="aws-hint">${words.intro}</p>
      <label class="aws-field">
        <span class="aws-label">${words.account}</span>
        <input
          name="account"
          list="aws-known-accounts"
          defaultValue=${place.account}
          autocapitalize="none"
          spellcheck=${false}
          required
        />
      </label>
      <datalist id="aws-known-accounts">
        ${accounts.map(({ id, alias, name }) => html`<option key=${id} value=${alias ?? id}>${name}</option>`)}
      </datalist>
      <label class="aws-field">
        <span class="aws-label">${words.userName}</span>
        <input
          ref=${user}
          name="username"
          autocomplete="username"
          defaultValue=${place.userName ?? ''}
          autocapitalize="none"
          spellcheck=${false}
          required
        />
      </label>
      <${PasswordFields}
        fields=${[{ name: 'password', label: words.password, autocomplete: 'current-password', inputRef: password }]}
      />
    <//>
  `;
}
