import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useWords } from '../../language.ts';
import { slackWords } from '../words.ts';
import type { Choice } from './choice.ts';

type Props = { labelledBy: string; chosen: Choice[]; onDrop(choice: Choice): void };

/** What was chosen, each with a button that takes it back. */
export function Chips({ labelledBy, chosen, onDrop }: Props): VNode | null {
  const { form: words } = useWords(slackWords);
  if (chosen.length === 0) return null;
  return html`
    <ul class="slack-chips" aria-labelledby=${labelledBy}>
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
