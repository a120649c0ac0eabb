import type { ContextBlock } from '@slack/types';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { Text } from '../text/text.ts';
import { Picture } from './image.ts';

export function Context({ block }: { block: ContextBlock }): VNode {
  return html`
    <div class="slack-context">
      ${block.elements.map((element) =>
        element.type === 'image'
          ? html`<${Picture} image=${element} />`
          : html`<div dir="auto"><${Text} text=${element} /></div>`,
      )}
    </div>
  `;
}
