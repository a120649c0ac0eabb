import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useWords } from '../../language.ts';
import { slackWords } from '../words.ts';
import { emoji } from './emoji.ts';

export function Emoji({ name }: { name: string }): VNode {
  const words = useWords(slackWords);
  return html`<span class="slack-emoji" role="img" aria-label=${words.emoji(name)} title=":${name}:">${emoji.get(name)}</span>`;
}
