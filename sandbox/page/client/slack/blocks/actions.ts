import type { ActionsBlock } from '@slack/types';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { ActingElement } from '../elements/acting-element.ts';

export function Actions({ block: { block_id = '', elements } }: { block: ActionsBlock }): VNode {
  return html`
    <div class="slack-actions">
      ${elements.map(
        (element) => html`<${ActingElement} key=${element.action_id} blockId=${block_id} element=${element} />`,
      )}
    </div>
  `;
}
