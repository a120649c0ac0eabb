import type { PlainTextElement, TextObject } from '@slack/types';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { parseMrkdwn, parsePlainText } from './mrkdwn.ts';
import { Nodes } from './nodes-view.ts';

/** A text object as Block Kit has it. */
export function Text({ text }: { text: TextObject }): VNode {
  return text.type === 'mrkdwn' ? html`<${Mrkdwn} text=${text.text} />` : html`<${PlainText} text=${text} />`;
}

export function Mrkdwn({ text }: { text: string }): VNode {
  const nodes = useMemo(() => parseMrkdwn(text), [text]);
  return html`<${Nodes} nodes=${nodes} />`;
}

/** With `emoji: false` a `:x:` stands as it was typed. */
export function PlainText({ text: { text, emoji = true } }: { text: PlainTextElement }): VNode {
  const nodes = useMemo(() => (emoji ? parsePlainText(text) : undefined), [text, emoji]);
  return html`<span dir="auto">${nodes ? html`<${Nodes} nodes=${nodes} />` : text}</span>`;
}
