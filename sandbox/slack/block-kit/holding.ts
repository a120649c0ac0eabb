import { type Block, elementsOf } from './blocks.ts';
import type { Element } from './elements.ts';

/** Everything that holds a value while a form is open. */
export type Holder = Exclude<Element, { type: 'button' | 'overflow' }>;

/** Per element: the field of its state, and the field that it starts from. */
export const holding = {
  plain_text_input: ['value', 'initial_value'],
  email_text_input: ['value', 'initial_value'],
  url_text_input: ['value', 'initial_value'],
  number_input: ['value', 'initial_value'],
  static_select: ['selected_option', 'initial_option'],
  external_select: ['selected_option', 'initial_option'],
  radio_buttons: ['selected_option', 'initial_option'],
  multi_static_select: ['selected_options', 'initial_options'],
  multi_external_select: ['selected_options', 'initial_options'],
  checkboxes: ['selected_options', 'initial_options'],
  users_select: ['selected_user', 'initial_user'],
  multi_users_select: ['selected_users', 'initial_users'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  multi_conversations_select: ['selected_conversations', 'initial_conversations'],
  channels_select: ['selected_channel', 'initial_channel'],
  multi_channels_select: ['selected_channels', 'initial_channels'],
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
  datetimepicker: ['selected_date_time', 'initial_date_time'],
  file_input: ['files', 'initial_files'],
  overflow: ['selected_option', 'initial_option'],
} as const;

export const isHolder = (element: Element): element is Holder =>
  element.type !== 'button' && element.type !== 'overflow';

export const holdersOf = (block: Block): Holder[] => elementsOf(block).filter(isHolder);

/** Whether the app hears of a field before the form is sent: https://docs.slack.dev/reference/block-kit/blocks/input-block. */
export const isSilent = (block: Block): boolean => block.type === 'input' && !block.dispatch_action;

/**
 * Whether it hears of each change. What is typed is told at Enter unless the element asks for every character:
 * https://docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object.
 */
export function tellsChanges(block: Block): boolean {
  if (block.type !== 'input' || !block.dispatch_action) return false;
  const { element } = block;
  if (holding[element.type][0] !== 'value') return true;
  const config = 'dispatch_action_config' in element ? element.dispatch_action_config : undefined;
  return config?.trigger_actions_on.includes('on_character_entered') ?? false;
}
