import type { Button as ButtonElement } from '@slack/types';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useWords } from '../../language.ts';
import { PlainText } from '../text/text.ts';
import { Trouble } from '../trouble.ts';
import { slackWords } from '../words.ts';
import { ConfirmDialog, useConfirmed } from './confirm-dialog.ts';
import { usePress } from './press.ts';

/** A button that tells the app, and with an address leads there too. */
export function Button({ element }: { element: ButtonElement }): VNode {
  const { text, style, value, url, action_id, confirm, accessibility_label } = element;
  const { elements: words } = useWords(slackWords);
  const { press, isSending, failure } = usePress(action_id);
  const { ask, dialog } = useConfirmed(confirm, () => {
    if (url !== undefined) open(url, '_blank', 'noopener,noreferrer');
    return press(value);
  });
  const look = ['slack-button', style && `slack-button-${style}`].filter(Boolean).join(' ');

  return html`
    <span class="slack-button-place">
      <button type="button" class=${look} aria-label=${accessibility_label} aria-disabled=${isSending} onClick=${() => ask()}>
        <${PlainText} text=${text} />
      </button>
      ${isSending && html`<span class="slack-sending" role="status">${words.sending}</span>`}
      ${failure && html`<${Trouble} failure=${failure} />`}
      ${dialog && html`<${ConfirmDialog} ...${dialog} />`}
    </span>
  `;
}
