import { expect, test } from 'vitest';
import { checkMessageBlocks, checkView } from '../../../sandbox/slack/block-kit/check.ts';
import { Refusal } from '../../../sandbox/slack/refusal.ts';

const x = (length: number) => 'x'.repeat(length);
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const many = <Item>(count: number, item: (n: number) => Item): Item[] =>
  Array.from({ length: count }, (_, n) => item(n));
const option = (n: number | string) => ({ text: plain('option'), value: String(n) });
const section = (text: unknown) => ({ type: 'section', text });
const button = (more: object = {}) => ({ type: 'button', text: plain('press'), ...more });
const actions = (...elements: unknown[]) => ({ type: 'actions', elements });
const input = (element: object, more: object = {}) => ({ type: 'input', label: plain('label'), element, ...more });
const typed = (more: object = {}) => ({ type: 'plain_text_input', ...more });
const select = (more: object) => ({ type: 'static_select', ...more });
const view = (more: object = {}) => ({
  type: 'modal',
  title: plain('Title'),
  submit: plain('Go'),
  blocks: [],
  ...more,
});

/** What is refused, as `error: message`, message by message. */
function refusals(check: (value: unknown) => unknown, value: unknown): string[] {
  try {
    check(value);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { messages = [''] } = (error.details.response_metadata ?? {}) as { messages?: string[] };
    return messages.map((message) => `${error.error}: ${message.replace('[ERROR] ', '')}`);
  }
}

// biome-ignore format: a table
test.each<[string, unknown, unknown, string]>([
  // at the limit, beyond it, how it is refused
  ['blocks of a message', many(50, () => ({ type: 'divider' })), many(51, () => ({ type: 'divider' })), 'no more than 50 items allowed [json-pointer:/blocks]'],
  ['text of a section', [section(mrkdwn(x(3000)))], [section(mrkdwn(x(3001)))], 'must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
  ['empty text', [section(plain('.'))], [section(plain(''))], 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
  ['fields of a section', [{ type: 'section', fields: many(10, () => plain('f')) }], [{ type: 'section', fields: many(11, () => plain('f')) }], 'no more than 10 items allowed [json-pointer:/blocks/0/fields]'],
  ['text of a field', [{ type: 'section', fields: [plain(x(2000))] }], [{ type: 'section', fields: [plain(x(2001))] }], 'must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]'],
  ['a section without words', [section(plain('s'))], [{ type: 'section' }], 'missing required field: text [json-pointer:/blocks/0]'],
  ['a header', [{ type: 'header', text: plain(x(150)) }], [{ type: 'header', text: plain(x(151)) }], 'must be less than 151 characters [json-pointer:/blocks/0/text/text]'],
  ['mrkdwn in a header', [{ type: 'header', text: plain('h') }], [{ type: 'header', text: mrkdwn('h') }], 'must be a valid enum value [json-pointer:/blocks/0/text/type]'],
  ['elements of a context', [{ type: 'context', elements: many(10, () => mrkdwn('c')) }], [{ type: 'context', elements: many(11, () => mrkdwn('c')) }], 'no more than 10 items allowed [json-pointer:/blocks/0/elements]'],
  ['elements of actions', [actions(...many(25, () => button()))], [actions(...many(26, () => button()))], 'no more than 25 items allowed [json-pointer:/blocks/0/elements]'],
  ['actions without elements', [actions(button())], [actions()], 'no less than 1 items allowed [json-pointer:/blocks/0/elements]'],
  ['text of a button', [actions(button({ text: plain(x(75)) }))], [actions(button({ text: plain(x(76)) }))], 'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]'],
  ['value of a button', [actions(button({ value: x(2000) }))], [actions(button({ value: x(2001) }))], 'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]'],
  ['url of a button', [actions(button({ url: x(3000) }))], [actions(button({ url: x(3001) }))], 'must be less than 3001 characters [json-pointer:/blocks/0/elements/0/url]'],
  ['style of a button', [actions(button({ style: 'danger' }))], [actions(button({ style: 'green' }))], 'must be a valid enum value [json-pointer:/blocks/0/elements/0/style]'],
  ['an action_id', [actions(button({ action_id: x(255) }))], [actions(button({ action_id: x(256) }))], 'must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]'],
  ['action_ids in a block', [actions(button({ action_id: 'a' }), button({ action_id: 'b' }))], [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))], 'action_id already exists [json-pointer:/blocks/0/elements]'],
  ['a block_id', [{ type: 'divider', block_id: x(255) }], [{ type: 'divider', block_id: x(256) }], 'must be less than 256 characters [json-pointer:/blocks/0/block_id]'],
  ['block_ids', [{ type: 'divider', block_id: 'a' }, { type: 'divider', block_id: 'b' }], [{ type: 'divider', block_id: 'a' }, { type: 'divider', block_id: 'a' }], 'block_id already exists: a [json-pointer:/blocks/1/block_id]'],
  ['an unknown block', [{ type: 'divider' }], [{ type: 'marquee' }], 'unsupported type: marquee [json-pointer:/blocks/0/type]'],
  ['an alert in a message', [{ type: 'divider' }], [{ type: 'alert', text: plain('a') }], 'unsupported type: alert [json-pointer:/blocks/0/type]'],
  ['an unknown property', [{ type: 'divider' }], [{ type: 'divider', color: 'red' }], 'invalid additional property: color [json-pointer:/blocks/0]'],
  ['an e-mail input in a message', [input(typed())], [input({ type: 'email_text_input' })], 'unsupported type: email_text_input [json-pointer:/blocks/0/element/type]'],
  ['confirm text', [actions(button({ confirm: { title: plain('t'), text: plain(x(300)), confirm: plain('y'), deny: plain('n') } }))], [actions(button({ confirm: { title: plain('t'), text: plain(x(301)), confirm: plain('y'), deny: plain('n') } }))], 'must be less than 301 characters [json-pointer:/blocks/0/elements/0/confirm/text/text]'],
  ['a markdown block', [{ type: 'markdown', text: x(10_000) }], [{ type: 'markdown', text: x(12_001) }], 'must be less than 12001 characters [json-pointer:/blocks/0/text]'],
  ['tables', [{ type: 'table', rows: [[]] }], [{ type: 'table', rows: [[]] }, { type: 'table', rows: [[]] }], 'only one table allowed [json-pointer:/blocks]'],
])('in a message: %s', (_, allowed, refused, message) => {
  expect(refusals(checkMessageBlocks, allowed)).toEqual([]);
  expect(refusals(checkMessageBlocks, refused)).toEqual([`invalid_blocks: ${message}`]);
});

// biome-ignore format: a table
test.each<[string, object, object, string]>([
  ['blocks', { blocks: many(100, () => ({ type: 'divider' })) }, { blocks: many(101, () => ({ type: 'divider' })) }, 'no more than 100 items allowed [json-pointer:/view/blocks]'],
  ['title', { title: plain(x(24)) }, { title: plain(x(25)) }, 'must be less than 25 characters [json-pointer:/view/title/text]'],
  ['no title', {}, { title: undefined }, 'missing required field: title [json-pointer:/view]'],
  ['submit', { submit: plain(x(24)) }, { submit: plain(x(25)) }, 'must be less than 25 characters [json-pointer:/view/submit/text]'],
  ['close', { close: plain(x(24)) }, { close: plain(x(25)) }, 'must be less than 25 characters [json-pointer:/view/close/text]'],
  ['private_metadata', { private_metadata: x(3000) }, { private_metadata: x(3001) }, 'must be less than 3001 characters [json-pointer:/view/private_metadata]'],
  ['callback_id', { callback_id: x(255) }, { callback_id: x(256) }, 'must be less than 256 characters [json-pointer:/view/callback_id]'],
  ['external_id', { external_id: x(255) }, { external_id: x(256) }, 'must be less than 256 characters [json-pointer:/view/external_id]'],
  ['an input without submit', { blocks: [input(typed())] }, { blocks: [input(typed())], submit: undefined }, 'missing required field: submit [json-pointer:/view]'],
  ['label', { blocks: [input(typed(), { label: plain(x(2000)) })] }, { blocks: [input(typed(), { label: plain(x(2001)) })] }, 'must be less than 2001 characters [json-pointer:/view/blocks/0/label/text]'],
  ['hint', { blocks: [input(typed(), { hint: plain(x(2000)) })] }, { blocks: [input(typed(), { hint: plain(x(2001)) })] }, 'must be less than 2001 characters [json-pointer:/view/blocks/0/hint/text]'],
  ['placeholder', { blocks: [input(typed({ placeholder: plain(x(150)) }))] }, { blocks: [input(typed({ placeholder: plain(x(151)) }))] }, 'must be less than 151 characters [json-pointer:/view/blocks/0/element/placeholder/text]'],
  ['max_length', { blocks: [input(typed({ max_length: 3000 }))] }, { blocks: [input(typed({ max_length: 3001 }))] }, 'must be less than or equal to 3000 [json-pointer:/view/blocks/0/element/max_length]'],
  ['options', { blocks: [input(select({ options: many(100, option) }))] }, { blocks: [input(select({ options: many(101, option) }))] }, 'no more than 100 items allowed [json-pointer:/view/blocks/0/element/options]'],
  ['no options', { blocks: [input(select({ options: [option(1)] }))] }, { blocks: [input(select({}))] }, 'must provide either options or option_groups [json-pointer:/view/blocks/0/element]'],
  ['an initial option', { blocks: [input(select({ options: [option(1)], initial_option: option(1) }))] }, { blocks: [input(select({ options: [option(1)], initial_option: option(2) }))] }, 'initial option must match one of the options [json-pointer:/view/blocks/0/element]'],
  ['option value', { blocks: [input(select({ options: [option(x(75))] }))] }, { blocks: [input(select({ options: [option(x(76))] }))] }, 'must be less than 76 characters [json-pointer:/view/blocks/0/element/options/0/value]'],
  ['checkboxes', { blocks: [input({ type: 'checkboxes', options: many(10, option) })] }, { blocks: [input({ type: 'checkboxes', options: many(11, option) })] }, 'no more than 10 items allowed [json-pointer:/view/blocks/0/element/options]'],
  ['an overflow menu', { blocks: [actions({ type: 'overflow', options: many(5, option) })] }, { blocks: [actions({ type: 'overflow', options: many(6, option) })] }, 'no more than 5 items allowed [json-pointer:/view/blocks/0/elements/0/options]'],
  ['max_selected_items', { blocks: [input({ type: 'multi_users_select', max_selected_items: 1 })] }, { blocks: [input({ type: 'multi_users_select', max_selected_items: 0 })] }, 'must be greater than or equal to 1 [json-pointer:/view/blocks/0/element/max_selected_items]'],
  ['files', { blocks: [input({ type: 'file_input', max_files: 10 })] }, { blocks: [input({ type: 'file_input', max_files: 11 })] }, 'must be less than or equal to 10 [json-pointer:/view/blocks/0/element/max_files]'],
  ['focus', { blocks: [input(typed({ focus_on_load: true })), input(typed())] }, { blocks: [input(typed({ focus_on_load: true })), input(typed({ focus_on_load: true }))] }, 'only one element can have focus_on_load [json-pointer:/view/blocks]'],
  ['a button as input', { blocks: [actions(button())] }, { blocks: [input(button())] }, 'unsupported type: button [json-pointer:/view/blocks/0/element/type]'],
  ['a table', { blocks: [{ type: 'alert', text: plain('a') }] }, { blocks: [{ type: 'table', rows: [[]] }] }, 'unsupported type: table [json-pointer:/view/blocks/0/type]'],
])('in a modal: %s', (_, allowed, refused, message) => {
  expect(refusals(checkView, view(allowed))).toEqual([]);
  expect(refusals(checkView, view(refused))).toEqual([`invalid_arguments: ${message}`]);
});

test('all the words of a message together have a limit', () => {
  expect(
    refusals(
      checkMessageBlocks,
      many(4, () => section(mrkdwn(x(2500)))),
    ),
  ).toEqual([]);
  expect(
    refusals(
      checkMessageBlocks,
      many(4, () => section(mrkdwn(x(2501)))),
    ),
  ).toEqual(['msg_blocks_too_long: ']);
});

test('a view has a size', () => {
  const blocks = many(90, () => section(mrkdwn(x(2900))));
  expect(refusals(checkView, view({ blocks }))).toEqual(['view_too_large: ']);
});

test('ids and flags left out are filled in, as Slack does', () => {
  expect(checkMessageBlocks([actions(button())])).toMatchObject([
    { block_id: expect.any(String), elements: [{ action_id: expect.any(String), text: { emoji: true } }] },
  ]);
});

test('every problem is told', () => {
  expect(refusals(checkView, view({ title: plain(x(25)), blocks: [section(plain(''))] }))).toHaveLength(2);
});
