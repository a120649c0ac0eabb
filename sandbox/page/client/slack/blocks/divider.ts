import { html } from 'htm/preact';
import type { VNode } from 'preact';

export function Divider(): VNode {
  return html`<hr class="slack-divider" />`;
}
