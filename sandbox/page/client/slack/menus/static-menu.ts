import type { MultiStaticSelect, StaticSelect } from '@slack/types';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { type ControlProps, valuesIn } from '../controls/held.ts';
import { type Choice, groupsOf, matching } from './choice.ts';
import { frameOf, idsOf } from './frame.ts';
import { Menu } from './menu.ts';

/** Chooses among the options that the app sent along. */
export function StaticMenu({ element, held, onHold, ...field }: ControlProps<StaticSelect | MultiStaticSelect>): VNode {
  const [text, setText] = useState('');
  const frame = frameOf(element);
  const groups = groupsOf(element);
  const all = groups.flatMap(({ choices }) => choices);

  return html`
    <${Menu}
      ...${{ ...field, ...frame, text }}
      onText=${setText}
      chosen=${valuesIn(held).map((value) => all.find(({ id }) => id === value) ?? { id: value, text: value })}
      onChosen=${(chosen: Choice[]) => onHold(idsOf(chosen, frame))}
      groups=${groups.map((group) => matching(group, text))}
    />
  `;
}
