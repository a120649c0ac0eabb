import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { Slices } from '../../slices.ts';
import type { SignInPlace } from '../aws/sign-in-context.ts';
import { useWords } from '../language.ts';
import { nextStep, type Step } from './next-step.ts';
import type { Place } from './place.ts';
import type { Hints } from './use-hints.ts';
import { whereToGo } from './where-to-go.ts';
import { type ShellWords, shellWords } from './words.ts';

type Props = {
  slices: Slices;
  hints: Hints;
  isNarrow: boolean;
  place: Place;
  onGo(place: Partial<Place>): void;
  onSignIn(at: SignInPlace): void;
};

/** For whoever is here for the first time: one line that says what to do next, until one request is through. */
export function Hint({ slices, hints, isNarrow, place, onGo, onSignIn }: Props): VNode | null {
  const { hint } = useWords(shellWords);
  const step = useNextStep(slices);
  if (!hints.areShown || !step) return null;

  const where = whereToGo(step, slices, { place, isNarrow });
  const at = 'account' in step ? { account: step.account.id, userName: step.userName } : undefined;
  return html`
    <section class="shell-hint" aria-label=${hint.label}>
      <p role="status">${wordsOf(step, hint)}</p>
      ${where && html`<${Go} words=${at ? hint.toPassword : hint.goThere} onClick=${() => onGo(where)} />`}
      ${at && html`<${Go} words=${hint.toSignIn} onClick=${() => onSignIn(at)} />`}
      <button type="button" class="shell-plain" onClick=${() => hints.show(false)}>
        ${step.name === 'done' ? hint.close : hint.dismiss}
      </button>
    </section>
  `;
}

function Go({ words, onClick }: { words: string; onClick(): void }): VNode {
  return html`<button type="button" class="shell-go" onClick=${onClick}>${words}</button>`;
}

/** Whoever comes when all is done needs no hint. */
function useNextStep(slices: Slices): Step | undefined {
  const before = useRef<Step | undefined>(undefined);
  const step = nextStep(slices);
  if (step?.name === 'done' && !before.current) return undefined;
  before.current = step;
  return step;
}

function wordsOf(step: Step, words: ShellWords['hint']): string {
  switch (step.name) {
    case 'ask':
    case 'approve':
    case 'fetch':
      return words[step.name](step.person.realName);
    case 'sign-in':
    case 'read-mail':
      return words[step.name](step.userName, step.account.alias ?? step.account.id);
    default:
      return words[step.name];
  }
}
