import type { ChannelsSelect, ConversationsSelect, MultiChannelsSelect, MultiConversationsSelect } from '@slack/types';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { type ControlProps, valuesIn } from '../controls/held.ts';
import { useReader } from '../reader.ts';
import { type Choice, matching } from './choice.ts';
import { frameOf, idsOf } from './frame.ts';
import { Menu } from './menu.ts';

type ChannelElement = ChannelsSelect | MultiChannelsSelect | ConversationsSelect | MultiConversationsSelect;

/** Chooses among the channels that the reader sees. */
export function ChannelMenu({ element, held, onHold, ...field }: ControlProps<ChannelElement>): VNode {
  const { channels } = useReader();
  const [text, setText] = useState('');
  const frame = frameOf(element);
  const all = channels.map(({ id, name }): Choice => ({ id, text: `#${name}` }));

  return html`
    <${Menu}
      ...${{ ...field, ...frame, text }}
      onText=${setText}
      chosen=${valuesIn(held).map((id) => all.find((choice) => choice.id === id) ?? { id, text: id })}
      onChosen=${(chosen: Choice[]) => onHold(idsOf(chosen, frame))}
      groups=${[matching({ choices: all }, text)]}
    />
  `;
}
