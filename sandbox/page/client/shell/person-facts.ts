import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { PersonSlice } from '../../slices.ts';
import { useWords } from '../language.ts';
import { languageName } from './language-name.ts';
import { shellWords } from './words.ts';

/** What to know of somebody before acting as them: approver, guest, the language they read. */
export function PersonFacts({ person }: { person: PersonSlice }): VNode {
  const { kinds, approver } = useWords(shellWords);
  const { kind, isApprover, locale } = person;
  return html`
    <span class="shell-facts">
      ${isApprover && html`<span class="shell-approver">${approver}</span>`}
      ${kind !== 'member' && html`<span>${kinds[kind]}</span>`}
      <span lang=${locale}>${languageName(locale)}</span>
    </span>
  `;
}
