import { afterAll, beforeAll, expect, test } from 'vitest';
import { option, page, startExample } from './example-app.ts';

let bot: Awaited<ReturnType<typeof startExample>>;
beforeAll(async () => {
  bot = await startExample();
});
afterAll(() => bot.stop());

test('a form is sent with the whole option chosen, initial values and nulls', async () => {
  bot.answerForms({});
  const { id: viewId } = await bot.openForm('U0KEN');
  await bot.do('suggest', { user: 'U0KEN', viewId, actionId: 'account', text: 'pay' });
  expect(await bot.do('submit', { user: 'U0KEN', viewId, values: { account: 'pay-1' } })).toEqual({});
  expect(bot.lastHeard('submit')).toMatchObject({
    type: 'view_submission',
    user: { id: 'U0KEN', team_id: 'T0KUMO' },
    view: {
      id: viewId,
      private_metadata: 'kept',
      state: {
        values: {
          account: {
            account: {
              type: 'external_select',
              selected_option: { text: { type: 'plain_text', text: 'pay-1', emoji: true }, value: 'pay-1' },
            },
          },
          people: { people: { type: 'multi_users_select', selected_users: [] } },
          reason: { reason: { type: 'plain_text_input', value: 'because' } },
        },
      },
    },
  });
  expect((await bot.state('U0KEN')).modals).toEqual([]);
  expect(await bot.act('submit', { user: 'U0KEN', viewId })).toEqual({ status: 404, body: { error: 'not_found' } });
});

test.each([
  ['a required field left empty', {}, { account: 'Please complete this required field.' }],
  ['an option that was never offered', { account: 'made-up' }, { account: '"made-up" is not on the menu.' }],
  ['too many people', { account: option, people: ['U1', 'U2', 'U3'] }, { people: 'Please select 2 items or fewer.' }],
  ['too long a text', { account: option, reason: 'x'.repeat(21) }, { reason: expect.stringContaining('20') }],
])('the client itself refuses %s', async (_, values, errors) => {
  const { id: viewId } = await bot.openForm('U0OMAR');
  const before = bot.heard.length;
  expect(await bot.do('submit', { user: 'U0OMAR', viewId, values })).toEqual({ errors });
  expect(bot.heard).toHaveLength(before);
});

test('without an id, the modal on top is meant', async () => {
  bot.answerForms({});
  await bot.openForm('U0YUKI');
  await bot.do('suggest', { user: 'U0YUKI', actionId: 'account', text: 'pay' });
  expect(await bot.do('submit', { user: 'U0YUKI', values: { account: 'pay-0' } })).toEqual({});
  expect(await bot.act('submit', { user: 'U0YUKI' })).toEqual({ status: 404, body: { error: 'not_found' } });
});

test('values for blocks that the form does not have are a mistake of the caller', async () => {
  const { id: viewId } = await bot.openForm('U0OMAR');
  expect(await bot.act('submit', { user: 'U0OMAR', viewId, values: { acount: 'x' } })).toEqual({
    status: 400,
    body: { error: 'no_such_block', blocks: ['acount'] },
  });
});

test('a hostile client sends what it likes', async () => {
  bot.answerForms({ response_action: 'errors', errors: { reason: 'no' } });
  const { id: viewId } = await bot.openForm('U0OMAR');
  const values = { account: 'made-up', reason: 'x'.repeat(30) };
  expect(await bot.do('submit', { user: 'U0OMAR', viewId, values, dispatchAnyway: true })).toEqual({
    errors: { reason: 'no' },
  });
  expect(bot.lastHeard('submit')).toMatchObject({
    view: { state: { values: { account: { account: { selected_option: { value: 'made-up' } } } } } },
  });
});

test.each([
  [
    'errors beside a field keep the form',
    { response_action: 'errors', errors: { reason: 'why?' } },
    { errors: { reason: 'why?' } },
    'Request access',
  ],
  [
    'errors beside nothing are trouble',
    { response_action: 'errors', errors: { more: 'x' } },
    { reason: 'invalid_errors' },
    'Request access',
  ],
  [
    'an update replaces the form',
    { response_action: 'update', view: page('Sent') },
    { view: { title: { text: 'Sent' } } },
    'Sent',
  ],
  [
    'a bad update is trouble',
    { response_action: 'update', view: page('T'.repeat(25)) },
    { reason: 'invalid_arguments' },
    'Request access',
  ],
  [
    'a push covers the form',
    { response_action: 'push', view: page('On top') },
    { view: { title: { text: 'On top' } } },
    'On top',
  ],
])('%s', async (_, ack, answer, top) => {
  bot.answerForms(ack);
  const user = 'U0LENA';
  const { id: viewId } = await bot.openForm(user);
  expect(await bot.do('submit', { user, viewId, values: { account: option } })).toMatchObject(answer);
  expect((await bot.state(user)).modals.at(-1)).toMatchObject({ title: { text: top } });
});

test('two submits at once are both sent', async () => {
  bot.answerForms({});
  const user = 'U0GUEST';
  const { id: viewId } = await bot.openForm(user);
  const before = bot.heard.length;
  const submit = () => bot.do('submit', { user, viewId, values: { account: option } });
  expect(await Promise.all([submit(), submit()])).toEqual([{}, {}]);
  expect(bot.heard).toHaveLength(before + 2);
});
