import { html } from 'htm/preact';
import type { Ref, VNode } from 'preact';

/** Where the six digits of a code are typed. */
export function CodeField({
  name,
  label,
  inputRef,
}: {
  name: string;
  label: string;
  inputRef?: Ref<HTMLInputElement>;
}): VNode {
  return html`
    <label class="aws-field">
      <span class="aws-label">${label}</span>
      <input
        ref=${inputRef}
        name=${name}
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength="6"
        class="aws-secret"
        required
      />
    </label>
  `;
}
