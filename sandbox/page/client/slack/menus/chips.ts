import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useWords } from '../../language.ts';
import { slackWords } from '../words.ts';
import type { Choice } from './choice.ts';

/** What was chosen, each with a button that takes it back. */
export function Chips({ chosen, onDrop }: { chosen: Choice[]; onDrop(choice: Choice): void }): VNode | null {
  const { form: words } = useWords(slackWords);
  if (chosen.length === 0) return null;
  return html`
    <ul class="slack-chips">
      ${chosen.map(
        (choice) => html`
          <li key=${choice.id} class="slack-chip">
            <bdi>${choice.text}</bdi>
            <button type="button" aria-label=${words.remove(choice.text)} onClick=${() => onDrop(choice)}>×</button>
          </li>
        `,
      )}
    </ul>
  `;
}
