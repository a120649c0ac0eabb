import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../../language.ts';
import { Fact } from '../fact.ts';
import { type Fields, SignInForm } from '../sign-in-form.ts';
import { portalWords } from './words.ts';

/** For whoever opened the address alone: the code that stands below it in the terminal. */
export function TerminalCode({ userName, onCode }: { userName: string; onCode: (code: string) => void }): VNode {
  const { request: words, next } = useWords(portalWords);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return html`
    <${SignInForm} title=${words.title} submit=${next} isBusy=${false} onSubmit=${(fields: Fields) => onCode(fields('user-code'))}>
      <dl class="aws-facts"><${Fact} name=${words.signedInAs}>${userName}<//></dl>
      <label class="aws-field">
        <span class="aws-label">${words.code}</span>
        <input ref=${field} name="user-code" class="aws-secret" autocapitalize="characters" autocomplete="off" spellcheck=${false} required />
      </label>
    <//>
  `;
}
