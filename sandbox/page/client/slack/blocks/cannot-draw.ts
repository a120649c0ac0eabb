import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useWords } from '../../language.ts';
import { slackWords } from '../words.ts';

/** A block or element that this page does not know, as it came. */
export function CannotDraw({ piece }: { piece: { type: string } }): VNode {
  const { blocks: words } = useWords(slackWords);
  return html`
    <details class="slack-cannot-draw">
      <summary>${words.cannotDraw} <code class="slack-code">${piece.type}</code></summary>
      <pre>${JSON.stringify(piece, null, 2)}</pre>
    </details>
  `;
}
