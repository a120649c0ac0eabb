import type { InputBlockElement } from '@slack/types';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { CannotDraw } from '../blocks/cannot-draw.ts';
import { ChannelMenu } from '../menus/channel-menu.ts';
import { ExternalMenu } from '../menus/external-menu.ts';
import { PeopleMenu } from '../menus/people-menu.ts';
import { StaticMenu } from '../menus/static-menu.ts';
import { ChoiceList } from './choice-list.ts';
import { DateInput } from './date-input.ts';
import type { ControlProps } from './held.ts';
import { TextInput } from './text-input.ts';

type Control<Type> = (props: ControlProps<Extract<InputBlockElement, { type: Type }>>) => VNode;

/** How each element is drawn that holds a value; those without an entry here are shown as they came. */
const kinds = {
  channels_select: ChannelMenu,
  checkboxes: ChoiceList,
  conversations_select: ChannelMenu,
  datepicker: DateInput,
  datetimepicker: DateInput,
  email_text_input: TextInput,
  external_select: ExternalMenu,
  file_input: undefined,
  multi_channels_select: ChannelMenu,
  multi_conversations_select: ChannelMenu,
  multi_external_select: ExternalMenu,
  multi_static_select: StaticMenu,
  multi_users_select: PeopleMenu,
  number_input: TextInput,
  plain_text_input: TextInput,
  radio_buttons: ChoiceList,
  rich_text_input: undefined,
  static_select: StaticMenu,
  timepicker: DateInput,
  url_text_input: TextInput,
  users_select: PeopleMenu,
} satisfies { [Type in InputBlockElement['type']]: Control<Type> | undefined };

const controls = new Map<string, unknown>(Object.entries(kinds));

const Undrawn = ({ element }: ControlProps<InputBlockElement>): VNode => html`<${CannotDraw} piece=${element} />`;

/** The component that draws an element. */
export const controlFor = ({ type }: { type: string }): unknown => controls.get(type) ?? Undrawn;

export const isControl = (element: { type: string }): element is InputBlockElement => controls.has(element.type);
