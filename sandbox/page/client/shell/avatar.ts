import { html } from 'htm/preact';
import type { VNode } from 'preact';

/** A round picture of somebody: their first letters on a colour of their own. */
export function Avatar({ id, name }: { id: string; name: string }): VNode {
  const hue = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  return html`<span class="shell-avatar" style=${{ '--hue': hue }} aria-hidden="true">${initials(name)}</span>`;
}

function initials(name: string): string {
  const segmenter = new Intl.Segmenter();
  const words = name.trim().split(/\s+/).slice(0, 2);
  return words.map((word) => segmenter.segment(word)[Symbol.iterator]().next().value?.segment ?? '').join('');
}
