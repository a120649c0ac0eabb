import type { AnyBlock, InputBlockElement } from '@slack/types';
import { expect, test } from 'vitest';
import { initialOf } from '../../../sandbox/page/client/slack/controls/initial.ts';
import { checkForm } from '../../../sandbox/page/client/slack/modals/check-form.ts';
import { createValues } from '../../../sandbox/page/client/slack/modals/values.ts';
import { slackWords } from '../../../sandbox/page/client/slack/words.ts';
import type { SeenView } from '../../../sandbox/slack/seen.ts';

const text = (text: string) => ({ type: 'plain_text', text }) as const;
const option = (value: string) => ({ text: text(value), value });

function input(blockId: string, element: InputBlockElement, optional = false): AnyBlock {
  return { type: 'input', block_id: blockId, label: text(blockId), optional, element };
}

function view(id: string, ...blocks: AnyBlock[]): SeenView {
  return { id, callback_id: '', title: text(id), blocks, submit: text('Send'), close: null };
}

const reason = { blockId: 'reason', actionId: 'reason' };
const account = { blockId: 'account', actionId: 'account' };
const reasonInput = input('reason', { type: 'plain_text_input', action_id: 'reason' });
const accountInput = input('account', { type: 'external_select', action_id: 'account' });

test('values are sent by block, options as their value, and what was not touched is left out', () => {
  const values = createValues();
  values.set('U1', 'V1', reason, 'because');
  values.set('U1', 'V1', account, option('111122223333'));
  values.set('U1', 'V1', { blockId: 'people', actionId: 'people' }, ['U2', 'U3']);
  values.set('U1', 'V2', reason, 'another form');
  expect(values.toSend('V1')).toEqual({ reason: 'because', account: '111122223333', people: ['U2', 'U3'] });
  expect(values.toSend('V3')).toEqual({});
});

test('values stay for as long as their form and their field are there', () => {
  const values = createValues();
  values.set('U1', 'V1', reason, 'because');
  values.set('U1', 'V1', account, option('111122223333'));
  values.set('U2', 'V2', reason, 'of somebody else');

  values.tidy('U1', [view('V1', reasonInput, accountInput), view('V9', reasonInput)]);
  expect(values.toSend('V1')).toEqual({ reason: 'because', account: '111122223333' });

  values.tidy('U1', [view('V1', reasonInput)]);
  expect(values.toSend('V1')).toEqual({ reason: 'because' });

  values.tidy('U1', []);
  expect(values.toSend('V1')).toEqual({});
  expect(values.toSend('V2')).toEqual({ reason: 'of somebody else' });
});

test('a field with another action_id begins anew', () => {
  const values = createValues();
  values.set('U1', 'V1', reason, 'because');
  values.tidy('U1', [view('V1', input('reason', { type: 'plain_text_input', action_id: 'reason-2' }))]);
  expect(values.toSend('V1')).toEqual({});
});

const words = slackWords.en.form;

test.each<[element: InputBlockElement, error: string | undefined]>([
  [{ type: 'plain_text_input' }, words.required],
  [{ type: 'plain_text_input', initial_value: 'there' }, undefined],
  [{ type: 'plain_text_input', initial_value: 'too long', max_length: 7 }, words.tooLong(7)],
  [{ type: 'plain_text_input', initial_value: 'short', min_length: 6 }, words.tooShort(6)],
  [{ type: 'plain_text_input', initial_value: 'x'.repeat(3001) }, words.tooLong(3000)],
  [{ type: 'static_select', options: [option('a')] }, words.required],
  [{ type: 'static_select', options: [option('a')], initial_option: option('a') }, undefined],
  [{ type: 'multi_users_select' }, words.required],
  [{ type: 'multi_users_select', initial_users: ['U1'] }, undefined],
  [{ type: 'checkboxes', options: [option('a')] }, words.required],
  [{ type: 'datetimepicker', initial_date_time: 0 }, undefined],
  [{ type: 'file_input' }, words.required],
])('%j: %s', (element, error) => {
  const errors = (optional: boolean) =>
    checkForm([input('field', element, optional)], ({ element }) => initialOf(element), words);
  expect(errors(false)).toEqual(error === undefined ? {} : { field: error });
  expect(errors(true)).toEqual(error === undefined || error === words.required ? {} : { field: error });
});
