import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { AssignmentSlice } from '../../../slices.ts';
import { useWords } from '../../language.ts';
import { centerWords } from './words.ts';

const tags: Record<AssignmentSlice['status'], string> = {
  HELD: 'aws-tag aws-tag-new',
  ASSIGNING: 'aws-tag',
  REMOVING: 'aws-tag',
  FAILED: 'aws-tag aws-tag-warn',
};

/** Who has which permission set in which account, and how far that is. */
export function Assignments({ assignments }: { assignments: AssignmentSlice[] }): VNode {
  const words = useWords(centerWords);
  if (assignments.length === 0) return html`<p class="aws-hint">${words.noAssignments}</p>`;
  return html`
    <ul class="aws-assignments">
      ${assignments.map(({ key, account, permissionSet, principal, isGroup, status, reason }) => {
        const why = status === 'FAILED' && (reason ?? words.noReason);
        return html`
          <li key=${key} class="aws-assignment">
            <span class="aws-assignment-place">
              <span><bdi class="aws-account-name">${account.name}</bdi> <code>${account.id}</code></span>
              <span class=${tags[status]}>${words.statuses[status]}</span>
            </span>
            <span>${permissionSet}</span>
            <span><bdi>${principal}</bdi> ${isGroup && html`<span class="aws-tag">${words.group}</span>`}</span>
            ${why && html`<span class="aws-assignment-reason" lang=${reason && 'en'}>${why}</span>`}
          </li>
        `;
      })}
    </ul>
  `;
}
