import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useWords } from '../language.ts';
import { shellWords } from './words.ts';

/** How much is new, as a number to see and as words to hear; nothing where nothing is. */
export function Badge({ count }: { count: number }): VNode | null {
  const words = useWords(shellWords);
  if (count === 0) return null;
  return html`
    <span class="shell-badge">
      <span aria-hidden="true">${count > 99 ? '99+' : count}</span>
      <span class="shell-unseen">${words.news(count)}</span>
    </span>
  `;
}
