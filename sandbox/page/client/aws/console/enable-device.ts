import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../../language.ts';
import { type Fields, SignInForm } from '../sign-in-form.ts';
import { keyOf, remember } from './authenticator.ts';
import { CodeField } from './code-field.ts';
import { NewTelephone } from './telephone.ts';
import { useConsole } from './use-console.ts';
import type { Visit } from './visit.ts';
import { consoleWords } from './words.ts';

export type Device = { serialNumber: string; seed: string };

/** The second half of assigning a device: its key, and two codes of it, one after the other. */
export function EnableDevice({
  device: { serialNumber, seed },
  session,
  account,
  place,
  userName,
  onDone,
  onBack,
}: Visit & { device: Device; onDone: () => void; onBack: () => void }): VNode {
  const { assign: words } = useWords(consoleWords);
  const { refusal, isBusy, act } = useConsole(session);
  const first = useRef<HTMLInputElement>(null);

  useEffect(() => first.current?.focus(), []);

  const submit = async (fields: Fields) => {
    const codes: [string, string] = [fields('code1'), fields('code2')];
    const enabled = await act({ action: 'enable-mfa-device', serialNumber, codes });
    if (!enabled) return first.current?.select();
    remember(keyOf(account?.id ?? place.account, userName), seed);
    onDone();
  };
  const back = html`<button type="button" class="aws-link" onClick=${onBack}>${words.back}</button>`;
  return html`
    <${SignInForm} title=${words.setUp} submit=${words.add} isBusy=${isBusy} refusal=${refusal} onSubmit=${submit} footer=${back}>
      <details class="aws-key">
        <summary>${words.showKey}</summary>
        <p><code>${seed}</code></p>
      </details>
      <p class="aws-hint">${words.keyHint}</p>
      <${NewTelephone} seed=${seed} />
      <div class="aws-codes">
        <${CodeField} name="code1" label=${words.code1} inputRef=${first} />
        <${CodeField} name="code2" label=${words.code2} />
      </div>
    <//>
  `;
}
