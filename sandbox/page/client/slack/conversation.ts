import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { SeenMessage } from '../../../actor.ts';
import type { Slices } from '../../slices.ts';
import type { Act } from '../act.ts';

export type ConversationProps = {
  id: string;
  /** With its `#`; for direct messages the other's name. */
  title: string;
  isDm: boolean;
  messages: SeenMessage[];
  slices: Slices;
  act: Act;
};

/** A channel or direct messages: what was said, and the field to write in. */
export function Conversation({ title }: ConversationProps): VNode {
  return html`<p>${title}</p>`;
}
