import { html } from 'htm/preact';
import type { Ref, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../language.ts';
import { awsWords } from './words.ts';

type Field = {
  name: string;
  label: string;
  autocomplete: 'current-password' | 'new-password';
  inputRef?: Ref<HTMLInputElement>;
};

/** Fields for passwords, and one box that shows what is in all of them. */
export function PasswordFields({ fields }: { fields: Field[] }): VNode {
  const { signIn: words } = useWords(awsWords);
  const [isShown, setShown] = useState(false);
  return html`
    ${fields.map(
      ({ name, label, autocomplete, inputRef }) => html`
        <label key=${name} class="aws-field">
          <span class="aws-label">${label}</span>
          <input
            ref=${inputRef}
            name=${name}
            type=${isShown ? 'text' : 'password'}
            autocomplete=${autocomplete}
            autocapitalize="none"
            spellcheck=${false}
            class="aws-secret"
            required
          />
        </label>
      `,
    )}
    <label class="aws-check">
      <input type="checkbox" checked=${isShown} onChange=${() => setShown(!isShown)} />
      <span>${words.show}</span>
    </label>
  `;
}
