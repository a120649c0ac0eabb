import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Slices } from '../../slices.ts';

/** AWS as an administrator would see it: what runs, and what the accounts hold. `find` is the search for accounts. */
export function AwsPane(_props: { slices: Slices; find: string; onFind: (text: string) => void }): VNode {
  return html`<p></p>`;
}
