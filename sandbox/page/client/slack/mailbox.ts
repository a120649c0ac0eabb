import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Slices } from '../../slices.ts';

/** The e-mails that SES was given, as their readers see them. */
export function Mailbox(_props: { slices: Slices }): VNode {
  return html`<p></p>`;
}
