import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../../language.ts';
import { type Fields, SignInForm } from '../sign-in-form.ts';
import { type Device, EnableDevice } from './enable-device.ts';
import { useConsole } from './use-console.ts';
import type { Visit } from './visit.ts';
import { consoleWords } from './words.ts';

/** Assigns an authenticator: first its name, under which AWS makes a key; then two codes that show that the key arrived. */
export function AssignDevice(props: Visit & { onDone: () => void; onBack: () => void }): VNode {
  const { assign: words } = useWords(consoleWords);
  const { refusal, isBusy, act } = useConsole(props.session);
  const [device, setDevice] = useState<Device>();
  const name = useRef<HTMLInputElement>(null);

  useEffect(() => name.current?.focus(), []);

  if (device) return html`<${EnableDevice} ...${props} device=${device} />`;

  const submit = async (fields: Fields) => {
    const made = await act<Device>({ action: 'create-mfa-device', name: fields('name').trim() });
    if (made) setDevice(made);
    else name.current?.select();
  };
  const back = html`<button type="button" class="aws-link" onClick=${props.onBack}>${words.back}</button>`;
  return html`
    <${SignInForm} title=${words.title} submit=${words.next} isBusy=${isBusy} refusal=${refusal} onSubmit=${submit} footer=${back}>
      <label class="aws-field">
        <span class="aws-label">${words.name}</span>
        <input ref=${name} name="name" autocomplete="off" autocapitalize="none" spellcheck=${false} required />
      </label>
      <p class="aws-hint">${words.nameHint}</p>
    <//>
  `;
}
