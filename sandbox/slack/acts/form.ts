import { isDeepStrictEqual } from 'node:util';
import type { Block } from '../block-kit/blocks.ts';
import { type Option, richOption } from '../block-kit/composition.ts';
import type { Element } from '../block-kit/elements.ts';
import { type Holder, holdersOf, holding, tellsChanges } from '../block-kit/holding.ts';
import type { Pressed } from '../payloads.ts';
import { Refusal } from '../refusal.ts';
import type { StateValues } from '../view-json.ts';
import { type Field, fieldKey } from '../workspace/fields.ts';
import type { OpenView } from '../workspace/views.ts';

/** What a person puts into a form: block_id → plain value. Blocks left out keep what they hold. */
export type Values = Record<string, unknown>;

type Held = NonNullable<Field['held']>;

/** The state of each element, and the values that no menu offered, by block. */
export type Filled = { state: StateValues; strange: Record<string, string> };

/**
 * Puts values into the fields of a form as the client would: menus send the whole option that was shown.
 * @returns the fields of which the app hears at once, because they changed
 */
export function put(view: OpenView, values: Values): Pressed[] {
  const astray = Object.keys(values).filter((id) => !view.blocksEver.has(id));
  if (astray.length > 0) throw new Refusal('no_such_block', { blocks: astray }, 400);

  const told: Pressed[] = [];
  for (const block of view.content.blocks) {
    const value = values[block.block_id];
    if (value === undefined) continue;
    for (const element of holdersOf(block)) {
      const before = heldIn(view, block, element);
      const held = hold(view, block, element, value);
      // Nobody can choose what is on no menu: it came by a client that sends what it likes.
      const isChosen = held.strange === undefined && !isDeepStrictEqual(bare(before.state), bare(held.state));
      if (isChosen && tellsChanges(block)) told.push({ block, element, state: actionOf(element, held.state) });
    }
  }
  return told;
}

/** Puts a value into a field. */
export function hold({ fields, offered }: OpenView, block: Block, element: Holder, value: unknown): Held {
  const held = stateOf(element, value, shownOptions(element, offered.get(element.action_id)));
  const field = fields.get(fieldKey(block, element));
  if (field) field.held = held;
  return held;
}

/** Reads a form as payloads carry it. */
export function read(view: OpenView): Filled {
  const state: StateValues = {};
  const strange: Filled['strange'] = {};
  for (const block of view.content.blocks) {
    for (const element of holdersOf(block)) {
      const held = heldIn(view, block, element);
      state[block.block_id] = { ...state[block.block_id], [element.action_id]: { type: element.type, ...held.state } };
      if (held.strange !== undefined) strange[block.block_id] = held.strange;
    }
  }
  return { state, strange };
}

/** What a field holds, or what it is told to start with: of one that an update brought, nothing. */
export function heldIn({ fields }: OpenView, block: Block, element: Holder): Held {
  const { first = element, isLate, held } = fields.get(fieldKey(block, element)) ?? {};
  return held ?? stateOf(first, isLate ? null : undefined);
}

/** An element's state, of options the value alone. */
const bare = (state: Record<string, unknown>): unknown[] =>
  Object.values(state)
    .flat()
    .map((one) => (typeof one === 'object' && one !== null ? Reflect.get(one, 'value') : one));

/** An element's state as its action carries it: beside what it started with, and what stood in it while it was empty. */
export function actionOf(element: Exclude<Element, { type: 'button' }>, state: object): object {
  const [, initial] = holding[element.type];
  const started: unknown = Reflect.get(element, initial);
  if (initial === 'initial_value') return state;
  return {
    ...state,
    ...(started !== undefined && { [initial]: started }),
    ...('placeholder' in element && element.placeholder && { placeholder: element.placeholder }),
  };
}

/** An element's state with a value, or as it starts; `strange` is a value that is on no menu. */
export function stateOf(
  element: Exclude<Element, { type: 'button' }>,
  value: unknown,
  shown: Map<string, Option> = shownOptions(element),
): Held {
  const [field, initial] = holding[element.type];
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
