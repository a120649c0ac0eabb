import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { type Reader, useReader } from '../reader.ts';
import type { TextNode } from './nodes.ts';

type Mentioned = Extract<TextNode, { type: 'user' | 'channel' | 'usergroup' | 'broadcast' }>;

/** Somebody or something mentioned; what means the reader is highlighted. */
export function Mention({ of }: { of: Mentioned }): VNode {
  const reader = useReader();
  const isForReader = of.type === 'broadcast' || (of.type === 'user' && of.id === reader.id);
  const kind = isForReader ? 'slack-mention slack-mention-of-reader' : 'slack-mention';
  return html`<span class=${kind}>${sigil(of)}<bdi>${nameOf(of, reader)}</bdi></span>`;
}

const sigil = ({ type }: Mentioned): string => (type === 'channel' ? '#' : '@');

function nameOf(of: Mentioned, reader: Reader): string {
  switch (of.type) {
    case 'user':
      return reader.nameOfPerson(of.id) ?? of.id;
    case 'channel':
      return reader.nameOfChannel(of.id) ?? of.label ?? of.id;
    case 'usergroup':
      return reader.handleOfGroup(of.id) ?? of.label?.replace(/^@/, '') ?? of.id;
    case 'broadcast':
      return of.range;
  }
}
