import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Slices } from '../../slices.ts';
import type { Act } from '../act.ts';

/** The modal on top of the current person's screen; the ones below it wait. */
export function Modals(_props: { slices: Slices; act: Act }): VNode {
  return html`<div></div>`;
}
