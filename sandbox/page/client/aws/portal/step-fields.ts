import { html } from 'htm/preact';
import type { Ref, VNode } from 'preact';
import { useWords } from '../../language.ts';
import { CodeField } from '../console/code-field.ts';
import { Telephone } from '../console/telephone.ts';
import { PasswordFields } from '../password-fields.ts';
import type { Asked } from './door.ts';
import { portalKey } from './door.ts';
import { portalWords } from './words.ts';

/** The fields of one of the portal's pages, and what stands beside them. */
export function StepFields({
  asked,
  userName,
  inputRef,
}: {
  asked: Asked;
  userName: string;
  inputRef: Ref<HTMLInputElement>;
}): VNode {
  const words = useWords(portalWords);
  switch (asked.name) {
    case 'codeSent':
      return html`
        <p class="aws-hint">${words.codeSent(userName)}</p>
        <${CodeField} name="code" label=${words.code} inputRef=${inputRef} />
      `;
    case 'passwordRequired': {
      const field = { name: 'password', label: words.password, autocomplete: 'current-password', inputRef };
      return html`<${PasswordFields} fields=${[field]} />`;
    }
    case 'newPasswordRequired':
      return html`
        <p class="aws-hint">${words.passwordRules}</p>
        <${PasswordFields}
          fields=${[
            { name: 'new-password', label: words.newPassword, autocomplete: 'new-password', inputRef },
            { name: 'confirm', label: words.confirm, autocomplete: 'new-password' },
          ]}
        />
      `;
    case 'mfaSetupRequired':
      return html`
        <p class="aws-hint">${words.mfaSetup}</p>
        <details class="aws-key"><summary>${words.showKey}</summary><code>${asked.seed}</code></details>
        <${CodeField} name="code" label=${words.mfaCode} inputRef=${inputRef} />
        <${Telephone} owner=${portalKey(userName)} />
      `;
    case 'companySignInRequired':
      return html`<p class="aws-hint">${words.companySignIn}</p>`;
    case 'mfaRequired':
      return html`
        <${CodeField} name="code" label=${words.mfaCode} inputRef=${inputRef} />
        <${Telephone} owner=${portalKey(userName)} />
      `;
  }
}
