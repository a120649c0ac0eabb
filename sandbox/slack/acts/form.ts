import { elementsOf } from '../block-kit/blocks.ts';
import { type Option, richOption } from '../block-kit/composition.ts';
import type { Element } from '../block-kit/elements.ts';
import { Refusal } from '../refusal.ts';
import type { StateValues } from '../view-json.ts';
import type { OpenView } from '../workspace/views.ts';

/** What a person put into a form: block_id → plain value. Blocks left out keep what they were shown with. */
export type Values = Record<string, unknown>;

/** Per element: the field of its state, and the field that it starts from. */
const fields = {
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

/** The state of each element, and the values that no menu offered, by block. */
export type Filled = { state: StateValues; strange: Record<string, string> };

/** Fills a form as the client would: menus send the whole option that was shown. */
export function fill(view: OpenView, values: Values): Filled {
  const blocks = new Set(view.content.blocks.map(({ block_id }) => block_id));
  const astray = Object.keys(values).filter((id) => !blocks.has(id));
  if (astray.length > 0) throw new Refusal('no_such_block', { blocks: astray }, 400);

  const state: StateValues = {};
  const strange: Filled['strange'] = {};
  for (const block of view.content.blocks) {
    for (const element of elementsOf(block)) {
      if (element.type === 'button' || element.type === 'overflow') continue;
      const shown = shownOptions(element, view.offered.get(element.action_id));
      const filled = stateOf(element, values[block.block_id], shown);
      state[block.block_id] = {
        ...state[block.block_id],
        [element.action_id]: { type: element.type, ...filled.state },
      };
      if (filled.strange !== undefined) strange[block.block_id] = filled.strange;
    }
  }
  return { state, strange };
}

/** An element's state with a value, or as it starts; `strange` is a value that is on no menu. */
export function stateOf(
  element: Exclude<Element, { type: 'button' }>,
  value: unknown,
  shown: Map<string, Option> = shownOptions(element),
): { state: Record<string, unknown>; strange?: string } {
  const [field, initial] = fields[element.type];
  const many = /s$/.test(field);
  const empty = many ? [] : null;
  if (value === undefined) return { state: { [field]: Reflect.get(element, initial) ?? empty } };
  if (value === null || value === '') return { state: { [field]: empty } };
  if (!field.startsWith('selected_option'))
    return { state: { [field]: many && !Array.isArray(value) ? [value] : value } };

  const chosen = (Array.isArray(value) ? value : [value]).map((one) => choose(one, shown));
  const options = chosen.map(({ option }) => option);
  const strange = chosen.find(({ known }) => !known)?.option.value;
  return { state: { [field]: many ? options : options[0] }, ...(strange !== undefined && { strange }) };
}

/** A whole option is taken at its word, as from a client that kept it; a bare value must have been on the menu. */
function choose(value: unknown, shown: Map<string, Option>): { option: Option; known: boolean } {
  const whole = richOption.safeParse(value);
  if (whole.success) return { option: whole.data, known: true };
  const bare = String(value);
  const option = shown.get(bare);
  return option
    ? { option, known: true }
    : { option: { text: { type: 'plain_text', text: bare, emoji: true }, value: bare }, known: false };
}

function shownOptions(element: Element, offered = new Map<string, Option>()): Map<string, Option> {
  const options: Option[] = [];
  if ('options' in element && element.options) options.push(...element.options);
  if ('option_groups' in element) options.push(...(element.option_groups?.flatMap((group) => group.options) ?? []));
  if ('initial_option' in element && element.initial_option) options.push(element.initial_option);
  if ('initial_options' in element && element.initial_options) options.push(...element.initial_options);
  return new Map([...offered, ...options.map((option) => [option.value, option] as const)]);
}
