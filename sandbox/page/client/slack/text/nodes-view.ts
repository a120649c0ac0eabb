import { html } from 'htm/preact';
import type { ComponentChild, VNode } from 'preact';
import { DateText } from './date-text.ts';
import { Emoji } from './emoji-view.ts';
import { Link } from './link.ts';
import { Mention } from './mention.ts';
import type { TextNode } from './nodes.ts';
import { Preformatted } from './preformatted.ts';

export function Nodes({ nodes }: { nodes: TextNode[] }): VNode {
  return html`${nodes.map(draw)}`;
}

function draw(node: TextNode): ComponentChild {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'emoji':
      return html`<${Emoji} name=${node.name} />`;
    case 'bold':
      return html`<b><${Nodes} nodes=${node.children} /></b>`;
    case 'italic':
      return html`<i><${Nodes} nodes=${node.children} /></i>`;
    case 'strike':
      return html`<s><${Nodes} nodes=${node.children} /></s>`;
    case 'code':
      return html`<code class="slack-code"><${Nodes} nodes=${node.children} /></code>`;
    case 'preformatted':
      return html`<${Preformatted}><${Nodes} nodes=${node.children} /><//>`;
    case 'quote':
      return html`<blockquote class="slack-quote" dir="auto"><${Nodes} nodes=${node.children} /></blockquote>`;
    case 'link':
      return html`<${Link} url=${node.url}><${Nodes} nodes=${node.children} /><//>`;
    case 'date':
      return html`<${DateText} date=${node} />`;
    case 'user':
    case 'channel':
    case 'usergroup':
    case 'broadcast':
      return html`<${Mention} of=${node} />`;
  }
}
