import type { RichTextBlock, RichTextBlockElement, RichTextList } from '@slack/types';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { Nodes } from '../text/nodes-view.ts';
import { Preformatted } from '../text/preformatted.ts';
import { CannotDraw } from './cannot-draw.ts';
import { richTextNodes } from './rich-text-nodes.ts';

export function RichText({ block }: { block: RichTextBlock }): VNode {
  return html`<div class="slack-rich-text">${block.elements.map(draw)}</div>`;
}

function draw(element: RichTextBlockElement): VNode {
  switch (element.type) {
    case 'rich_text_section':
      return html`<div class="slack-text" dir="auto"><${Nodes} nodes=${richTextNodes(element.elements)} /></div>`;
    case 'rich_text_quote':
      return html`
        <blockquote class="slack-quote" dir="auto"><${Nodes} nodes=${richTextNodes(element.elements)} /></blockquote>
      `;
    case 'rich_text_preformatted':
      return html`<${Preformatted}><${Nodes} nodes=${richTextNodes(element.elements)} /><//>`;
    case 'rich_text_list':
      return html`<${List} list=${element} />`;
    default:
      return html`<${CannotDraw} piece=${element} />`;
  }
}

function List({ list: { style, indent = 0, elements } }: { list: RichTextList }): VNode {
  const items = elements.map((item) => html`<li dir="auto"><${Nodes} nodes=${richTextNodes(item.elements)} /></li>`);
  const look = { class: 'slack-rich-list', style: { '--indent': indent } };
  return style === 'ordered' ? html`<ol ...${look}>${items}</ol>` : html`<ul ...${look}>${items}</ul>`;
}
