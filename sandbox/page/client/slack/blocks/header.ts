import type { HeaderBlock } from '@slack/types';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { PlainText } from '../text/text.ts';

export function Header({ block }: { block: HeaderBlock }): VNode {
  return html`<h3 class="slack-block-header"><${PlainText} text=${block.text} /></h3>`;
}
