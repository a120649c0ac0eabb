import type { SectionBlock } from '@slack/types';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { ActingElement } from '../elements/acting-element.ts';
import { Text } from '../text/text.ts';
import { Picture } from './image.ts';

export function Section({ block: { block_id = '', text, fields, accessory } }: { block: SectionBlock }): VNode {
  const id = useId();
  return html`
    <div class="slack-section">
      <div class="slack-section-text">
        ${text && html`<div id=${id} class="slack-text" dir="auto"><${Text} text=${text} /></div>`}
        ${
          fields &&
          html`
          <div class="slack-fields">
            ${fields.map((field) => html`<div class="slack-text" dir="auto"><${Text} text=${field} /></div>`)}
          </div>
        `
        }
      </div>
      ${accessory?.type === 'image' && html`<${Picture} image=${accessory} />`}
      ${
        accessory &&
        accessory.type !== 'image' &&
        html`<${ActingElement} blockId=${block_id} element=${accessory} labelledBy=${id} />`
      }
    </div>
  `;
}
