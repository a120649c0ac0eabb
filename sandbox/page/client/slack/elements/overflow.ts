import type { Overflow as OverflowElement, PlainTextOption } from '@slack/types';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { useWords } from '../../language.ts';
import { PlainText } from '../text/text.ts';
import { Trouble } from '../trouble.ts';
import { slackWords } from '../words.ts';
import { ConfirmDialog, useConfirmed } from './confirm-dialog.ts';
import { usePress } from './press.ts';

/** The "⋯" button with a few more actions behind it. */
export function Overflow({ element: { options, action_id, confirm } }: { element: OverflowElement }): VNode {
  const { elements: words } = useWords(slackWords);
  const { press, failure } = usePress(action_id);
  const { ask, dialog } = useConfirmed(confirm, ({ value }: PlainTextOption) => press(value));
  const menu = useRef<HTMLDetailsElement>(null);

  const choose = (option: PlainTextOption) => {
    if (menu.current) menu.current.open = false;
    ask(option);
  };

  return html`
    <details class="slack-overflow" ref=${menu}>
      <summary class="slack-button" aria-label=${words.more}>⋯</summary>
      <ul>
        ${options.map(
          (option) => html`
            <li key=${option.value}>
              <button type="button" onClick=${() => choose(option)}><${PlainText} text=${option.text} /></button>
            </li>
          `,
        )}
      </ul>
    </details>
    ${failure && html`<${Trouble} failure=${failure} />`}
    ${dialog && html`<${ConfirmDialog} ...${dialog} />`}
  `;
}
