import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Slices } from '../../slices.ts';
import { asLeft, type SignInPlace } from '../aws/sign-in-context.ts';
import { useWords } from '../language.ts';
import type { Place } from './place.ts';
import { isAtPortal, type Step } from './step.ts';
import type { ShownHint } from './use-hint.ts';
import { whereToGo } from './where-to-go.ts';
import { shellWords } from './words.ts';

type Props = {
  hint: ShownHint;
  slices: Slices;
  isNarrow: boolean;
  /** It stands somewhere else already: its place stays, so that nothing moves. */
  isElsewhere: boolean;
  place: Place;
  onGo(place: Partial<Place>): void;
  onSignIn(at: SignInPlace): void;
  onDismiss(): void;
};

/** For whoever is here for the first time: one line that says what to do next, until one request is through. */
export function Hint({
  hint: { step, text },
  slices,
  isNarrow,
  isElsewhere,
  place,
  onGo,
  onSignIn,
  onDismiss,
}: Props): VNode {
  const { hint: words } = useWords(shellWords);
  const where = whereToGo(step, slices, { place, isNarrow });
  const at = signInAt(step);
  // On a wide screen it is there, beside the e-mails.
  const isBehind = isNarrow && !where && place.pane !== 'aws' && isAtPortal(step);
  return html`
    <section class=${isElsewhere ? 'shell-hint shell-hint-elsewhere' : 'shell-hint'} aria-label=${words.label}>
      <p role="status">${text}</p>
      ${where && html`<${Go} words=${at?.account ? words.toPassword : words.goThere} onClick=${() => onGo(where)} />`}
      ${at && html`<${Go} words=${words.toSignIn} onClick=${() => onSignIn(at)} />`}
      ${isBehind && html`<${Go} words=${words.toSignIn} onClick=${() => onSignIn(asLeft)} />`}
      <button type="button" class="shell-plain" onClick=${onDismiss}>
        ${step.name === 'done' ? words.close : words.dismiss}
      </button>
    </section>
  `;
}

/** With the names of account and user filled in; the address of the portal is a link in Slack, and none in an e-mail. */
function signInAt(step: Step): SignInPlace | undefined {
  if (step.name === 'to-portal' && !step.person) return { account: '', portal: { userName: step.userName } };
  if (!('account' in step) || !('userName' in step)) return undefined;
  return { account: step.account.alias ?? step.account.id, userName: step.userName };
}

function Go({ words, onClick }: { words: string; onClick(): void }): VNode {
  return html`<button type="button" class="shell-go" onClick=${onClick}>${words}</button>`;
}
