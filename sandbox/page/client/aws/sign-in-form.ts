import { html } from 'htm/preact';
import type { ComponentChildren, TargetedKeyboardEvent, TargetedSubmitEvent, VNode } from 'preact';
import { useWords } from '../language.ts';
import { awsWords } from './words.ts';

/** What a form's text fields hold, by name. */
export type Fields = (name: string) => string;

/** The frame of the console's forms: its heading, its fields, why AWS refused, and the button. */
export function SignInForm({
  title,
  submit,
  isBusy,
  refusal,
  onSubmit,
  footer,
  children,
}: {
  title: string;
  submit: string;
  isBusy: boolean;
  refusal: string | undefined;
  onSubmit: (fields: Fields) => void;
  footer?: VNode;
  children?: ComponentChildren;
}): VNode {
  const { signIn: words } = useWords(awsWords);

  const send = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const data = new FormData(event.currentTarget);
    onSubmit((name) => {
      const value = data.get(name);
      return typeof value === 'string' ? value : '';
    });
  };
  const onlyWhenComposed = (event: TargetedKeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && event.isComposing) event.preventDefault();
  };

  return html`
    <form class="aws-sign-in" onSubmit=${send} onKeyDown=${onlyWhenComposed} aria-busy=${isBusy}>
      <h3 class="aws-sign-in-title">${title}</h3>
      ${children}
      <p class="aws-refusal" role="alert">${refusal}</p>
      <button type="submit" class="aws-button aws-button-main" aria-disabled=${isBusy}>
        ${isBusy ? words.busy : submit}
      </button>
      ${footer}
    </form>
  `;
}
