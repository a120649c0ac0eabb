import type { ActionsBlockElement, SectionBlockAccessory } from '@slack/types';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { CannotDraw } from '../blocks/cannot-draw.ts';
import { isControl } from '../controls/controls.ts';
import { ActingControl } from './acting-control.ts';
import { Button } from './button.ts';
import { Overflow } from './overflow.ts';

type Props = {
  blockId: string;
  element: ActionsBlockElement | Exclude<SectionBlockAccessory, { type: 'image' }>;
  labelledBy?: string;
};

/** An element that acts as soon as it is used. */
export function ActingElement({ blockId, element, labelledBy }: Props): VNode {
  if (element.type === 'button') return html`<${Button} element=${element} />`;
  if (element.type === 'overflow') return html`<${Overflow} element=${element} />`;
  return isControl(element)
    ? html`<${ActingControl} ...${{ blockId, element, labelledBy }} />`
    : html`<${CannotDraw} piece=${element} />`;
}
