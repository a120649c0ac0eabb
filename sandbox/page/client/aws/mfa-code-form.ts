import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { AccountSlice } from '../../slices.ts';
import { useWords } from '../language.ts';
import { keyOf, noteUse } from './console/authenticator.ts';
import { CodeField } from './console/code-field.ts';
import { Telephone } from './console/telephone.ts';
import { consoleWords } from './console/words.ts';
import { type Credentials, useConsoleDoor, type Welcome } from './console-door.ts';
import { type Fields, SignInForm } from './sign-in-form.ts';
import { awsWords } from './words.ts';

/** The last page of the sign-in where there is an MFA device: a code of it. */
export function MfaCodeForm({
  credentials,
  account,
  onAnswer,
  onBack,
}: {
  credentials: Credentials;
  account: AccountSlice | undefined;
  onAnswer: (credentials: Credentials, welcome: Welcome) => void;
  onBack: () => void;
}): VNode {
  const { signIn } = useWords(awsWords);
  const { mfaForm: words } = useWords(consoleWords);
  const { refusal, isBusy, attempt } = useConsoleDoor();
  const field = useRef<HTMLInputElement>(null);
  const key = keyOf(account?.id ?? credentials.accountId, credentials.userName);

  useEffect(() => field.current?.focus(), []);

  const submit = async (fields: Fields) => {
    const withCode = { ...credentials, mfaCode: fields('code') };
    const welcome = await attempt(withCode);
    if (!welcome) return field.current?.select();
    noteUse(key);
    onAnswer(withCode, welcome);
  };

  const back = html`<button type="button" class="aws-link" onClick=${onBack}>${signIn.back}</button>`;
  return html`
    <${SignInForm}
      title=${words.title}
      submit=${words.submit}
      isBusy=${isBusy}
      refusal=${refusal}
      onSubmit=${submit}
      footer=${back}
    >
      <p class="aws-hint">${words.intro}</p>
      <${CodeField} name="code" label=${words.code} inputRef=${field} />
      <${Telephone} owner=${key} />
    <//>
  `;
}
