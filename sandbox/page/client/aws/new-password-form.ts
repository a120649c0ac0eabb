import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { AccountSlice } from '../../slices.ts';
import { useWords } from '../language.ts';
import { type Credentials, useConsoleDoor, type Welcome } from './console-door.ts';
import { Fact } from './fact.ts';
import { PasswordFields } from './password-fields.ts';
import { policyLines } from './password-policy.ts';
import { type Fields, SignInForm } from './sign-in-form.ts';
import { awsWords } from './words.ts';

/** The second page of the sign-in, after a temporary password: one of one's own. */
export function NewPasswordForm({
  credentials,
  account,
  onAnswer,
  onBack,
}: {
  credentials: Credentials;
  /** Its password policy is shown, where it is known. */
  account: AccountSlice | undefined;
  onAnswer: (credentials: Credentials, welcome: Welcome) => void;
  onBack: () => void;
}): VNode {
  const { signIn: words, policy } = useWords(awsWords);
  const { refusal, refuse, isBusy, attempt } = useConsoleDoor();
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);

  useEffect(() => first.current?.focus(), []);

  const submit = async (fields: Fields) => {
    const newPassword = fields('new-password');
    if (newPassword !== fields('confirm')) {
      refuse(words.differ);
      second.current?.select();
      return;
    }
    const changed = { ...credentials, newPassword };
    const welcome = await attempt(changed);
    if (welcome) onAnswer(changed, welcome);
    else first.current?.select();
  };

  const back = html`<button type="button" class="aws-link" onClick=${onBack}>${words.back}</button>`;
  return html`
    <${SignInForm}
      title=${words.changeTitle}
      submit=${words.change}
      isBusy=${isBusy}
      refusal=${refusal}
      onSubmit=${submit}
      footer=${back}
    >
      <dl class="aws-facts">
        <${Fact} name=${words.accountFact}>${credentials.accountId}<//>
        <${Fact} name=${words.userName}>${credentials.userName}<//>
      </dl>
      <input name="username" autocomplete="username" value=${credentials.userName} readonly hidden />
      <${PasswordFields}
        fields=${[
          { name: 'new-password', label: words.newPassword, autocomplete: 'new-password', inputRef: first },
          { name: 'confirm', label: words.confirm, autocomplete: 'new-password', inputRef: second },
        ]}
      />
      ${
        account &&
        html`
          <div class="aws-policy-box">
            <p>${words.policyHeading}</p>
            <ul>
              ${[...policyLines(account.passwordPolicy, policy), words.notTheSame].map((text) => html`<li key=${text}>${text}</li>`)}
            </ul>
          </div>
        `
      }
    <//>
  `;
}
