import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { Nodes } from '../text/nodes-view.ts';
import { pieces, plain } from '../text/pieces.ts';

/** The plain text of an e-mail, with its addresses as links. */
export function MailText({ text }: { text: string }): VNode {
  const nodes = pieces(text, /https?:\/\/[^\s<>]*[^\s<>.,;:!?'")]/g, ([url]) => ({
    type: 'link',
    url,
    children: [plain(url)],
  }));
  return html`<div class="slack-mail-text" dir="auto"><${Nodes} nodes=${nodes} /></div>`;
}
