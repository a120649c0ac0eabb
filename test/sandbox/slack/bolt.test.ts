import type { App, types } from '@slack/bolt';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startBot } from './start.ts';

const form: types.ModalView = {
  type: 'modal',
  callback_id: 'request',
  private_metadata: 'kept',
  title: { type: 'plain_text', text: 'Request access' },
  submit: { type: 'plain_text', text: 'Submit' },
  notify_on_close: true,
  blocks: [
    {
      type: 'input',
      block_id: 'account',
      label: { type: 'plain_text', text: 'Account' },
      element: { type: 'external_select', action_id: 'account', min_query_length: 2 },
    },
    {
      type: 'input',
      block_id: 'people',
      optional: true,
      label: { type: 'plain_text', text: 'People' },
      element: { type: 'multi_users_select', action_id: 'people', max_selected_items: 2 },
    },
    {
      type: 'input',
      block_id: 'reason',
      label: { type: 'plain_text', text: 'Reason' },
      element: { type: 'plain_text_input', action_id: 'reason', max_length: 20, initial_value: 'because' },
    },
    {
      type: 'actions',
      block_id: 'more',
      elements: [{ type: 'button', action_id: 'in-modal', value: 'v', text: { type: 'plain_text', text: 'More' } }],
    },
  ],
};
const text = (words: string) => ({ type: 'plain_text' as const, text: words });
const page = (title: string): types.ModalView => ({ type: 'modal', title: text(title), blocks: [{ type: 'divider' }] });
const buttons = (value: string): types.KnownBlock[] => [
  { type: 'actions', elements: [{ type: 'button', action_id: 'approve', value, text: text('Approve') }] },
];

const heard: { name: string; body: object }[] = [];
const lastHeard = (name: string) => heard.findLast((one) => one.name === name)?.body;
let nextAck: object = {};

function listen(app: App): void {
  app.command('/onboard', async ({ ack, client, body, respond }) => {
    heard.push({ name: 'command', body });
    if (body.text === 'nobody') return;
    if (body.text === 'help') return ack('Type /onboard');
    if (body.text === 'bad') return ack({ text: 'x', blocks: [{ type: 'header', text: text('h'.repeat(151)) }] });
    await ack();
    if (body.text === 'respond') await respond('later');
    else await client.views.open({ trigger_id: body.trigger_id, view: form });
  });
  app.options('account', async ({ ack, body }) => {
    heard.push({ name: 'suggest', body });
    const length = body.value === 'many' ? 101 : 2;
    await ack({
      options: Array.from({ length }, (_, n) => ({ text: text(`${body.value}-${n}`), value: `${body.value}-${n}` })),
    });
  });
  app.view({ callback_id: 'request', type: 'view_submission' }, async ({ ack, body }) => {
    heard.push({ name: 'submit', body });
    await ack(nextAck as never);
  });
  app.view({ callback_id: 'request', type: 'view_closed' }, async ({ ack, body }) => {
    heard.push({ name: 'closed', body });
    await ack();
  });
  app.action('in-modal', async ({ ack, body, client }) => {
    heard.push({ name: 'in-modal', body });
    await ack();
    if (body.type === 'block_actions') await client.views.push({ trigger_id: body.trigger_id, view: page('Pushed') });
  });
  app.action('approve', async ({ ack, body, action, respond, client }) => {
    heard.push({ name: 'approve', body });
    await ack();
    if (body.type !== 'block_actions' || action.type !== 'button' || !body.channel || !body.container) return;
    await client.chat.update({
      channel: body.channel.id,
      ts: body.container.message_ts,
      text: `approved ${action.value}`,
      blocks: [],
    });
    await respond(`thank you <@${body.user.id}>`);
  });
  app.action('seen', async ({ ack, body, respond }) => {
    heard.push({ name: 'seen', body });
    await ack();
    await respond({ text: 'replaced', replace_original: true });
  });
  app.action('slow', () => Promise.resolve());
}

let bot: Awaited<ReturnType<typeof startBot>>;
beforeAll(async () => {
  bot = await startBot(listen, { ackTimeout: 300 }, 2);
});
afterAll(() => bot.stop());

const command = (user: string, words = '', channel = `D${user.slice(1)}`) =>
  bot.do('command', { user, channel, command: '/onboard', text: words });

/** Opens the form for a person and gives the modal. */
async function openForm(user: string) {
  const before = (await bot.state(user)).modals.length;
  expect(await command(user)).toEqual({});
  return vi.waitFor(async () => {
    const { modals } = await bot.state(user);
    expect(modals).toHaveLength(before + 1);
    return modals.at(-1) ?? expect.fail('no modal');
  });
}

test('both connections are up', () => {
  expect(bot.slack.seen.connections()).toBe(2);
});

test('a command is answered with words that only the person sees', async () => {
  expect(await command('U0KEN', 'help', 'C0GENERAL')).toEqual({ text: 'Type /onboard' });
  const seenBy = async (user: string) =>
    (await bot.state(user)).channels.find(({ id }) => id === 'C0GENERAL')?.messages.map((message) => message.text);
  expect(await seenBy('U0KEN')).toContain('Type /onboard');
  expect(await seenBy('U0MARIA')).toEqual([]);
});

test('a command carries what Slack sends', async () => {
  await command('U0KEN', 'help', 'C0APPROVE');
  expect(lastHeard('command')).toMatchObject({
    user_id: 'U0KEN',
    user_name: 'ken',
    team_id: 'T0KUMO',
    channel_id: 'C0APPROVE',
    channel_name: 'privategroup',
    is_enterprise_install: 'false',
    text: 'help',
  });
});

test('a command may be answered later through its response_url', async () => {
  expect(await command('U0LENA', 'respond')).toEqual({});
  await vi.waitFor(async () =>
    expect((await bot.state('U0LENA')).dms[0]?.messages).toMatchObject([{ text: 'later', ephemeral: true }]),
  );
});

test('a command that nobody acknowledges times out', async () => {
  expect(await command('U0KEN', 'nobody')).toEqual({ error: 'operation_timeout' });
});

test('a command answered beyond the limits says so', async () => {
  expect(await command('U0KEN', 'bad')).toMatchObject({ error: 'invalid_command_response', reason: 'invalid_blocks' });
});

test('a command opens a modal on the screen of the person alone', async () => {
  const modal = await openForm('U0MARIA');
  expect(modal).toMatchObject({ callback_id: 'request', private_metadata: 'kept', previous_view_id: null });
  expect((await bot.state('U0KEN')).modals).toEqual([]);
  expect(await bot.act('submit', { user: 'U0KEN', viewId: modal.id })).toMatchObject({ status: 404 });
});

test('a menu is filled by the app, without telling it the rest of the form', async () => {
  const { id: viewId } = await openForm('U0AIKO');
  const { options } = await bot.do('suggest', { user: 'U0AIKO', viewId, actionId: 'account', text: 'pay' });
  expect(options).toMatchObject([{ value: 'pay-0' }, { value: 'pay-1' }]);
  expect(lastHeard('suggest')).toMatchObject({
    type: 'block_suggestion',
    value: 'pay',
    block_id: 'account',
    container: { type: 'view', view_id: viewId },
    view: { id: viewId, state: { values: {} } },
  });
});

test('a menu does not ask before enough was typed', async () => {
  const { id: viewId } = await openForm('U0AIKO');
  const before = heard.length;
  expect(await bot.do('suggest', { user: 'U0AIKO', viewId, actionId: 'account', text: 'p' })).toEqual({ options: [] });
  expect(heard).toHaveLength(before);
});

test('a menu with more than a hundred options shows none', async () => {
  const { id: viewId } = await openForm('U0AIKO');
  expect(await bot.do('suggest', { user: 'U0AIKO', viewId, actionId: 'account', text: 'many' })).toMatchObject({
    options: [],
    error: 'We had some trouble connecting. Try again?',
    response_metadata: { messages: ['[ERROR] no more than 100 items allowed [json-pointer:/options]'] },
  });
});

test('a form is sent with the whole option chosen, initial values and nulls', async () => {
  nextAck = {};
  const { id: viewId } = await openForm('U0KEN');
  await bot.do('suggest', { user: 'U0KEN', viewId, actionId: 'account', text: 'pay' });
  expect(await bot.do('submit', { user: 'U0KEN', viewId, values: { account: 'pay-1' } })).toEqual({});
  expect(lastHeard('submit')).toMatchObject({
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

const option = { text: text('A'), value: 'a' };

test.each([
  ['a required field left empty', {}, { account: 'Please complete this required field.' }],
  ['an option that was never offered', { account: 'made-up' }, { account: '"made-up" is not on the menu.' }],
  ['too many people', { account: option, people: ['U1', 'U2', 'U3'] }, { people: 'Please select 2 items or fewer.' }],
  ['too long a text', { account: option, reason: 'x'.repeat(21) }, { reason: expect.stringContaining('20') }],
])('the client itself refuses %s', async (_, values, errors) => {
  const { id: viewId } = await openForm('U0OMAR');
  const before = heard.length;
  expect(await bot.do('submit', { user: 'U0OMAR', viewId, values })).toEqual({ errors });
  expect(heard).toHaveLength(before);
});

test('values for blocks that the form does not have are a mistake of the caller', async () => {
  const { id: viewId } = await openForm('U0OMAR');
  expect(await bot.act('submit', { user: 'U0OMAR', viewId, values: { acount: 'x' } })).toEqual({
    status: 400,
    body: { error: 'no_such_block', blocks: ['acount'] },
  });
});

test('a hostile client sends what it likes', async () => {
  nextAck = { response_action: 'errors', errors: { reason: 'no' } };
  const { id: viewId } = await openForm('U0OMAR');
  const values = { account: 'made-up', reason: 'x'.repeat(30) };
  expect(await bot.do('submit', { user: 'U0OMAR', viewId, values, dispatchAnyway: true })).toEqual({
    errors: { reason: 'no' },
  });
  expect(lastHeard('submit')).toMatchObject({
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
  nextAck = ack;
  const user = 'U0LENA';
  const { id: viewId } = await openForm(user);
  expect(await bot.do('submit', { user, viewId, values: { account: option } })).toMatchObject(answer);
  expect((await bot.state(user)).modals.at(-1)).toMatchObject({ title: { text: top } });
});

test('clear closes the whole stack', async () => {
  nextAck = { response_action: 'clear' };
  const user = 'U0GUEST';
  const { id: viewId } = await openForm(user);
  await bot.do('click', { user, viewId, actionId: 'in-modal' });
  await vi.waitFor(async () => expect((await bot.state(user)).modals).toHaveLength(2));
  expect(await bot.do('submit', { user, viewId, values: { account: option } })).toEqual({});
  expect((await bot.state(user)).modals).toEqual([]);
});

test('a stack holds three modals', async () => {
  const user = 'U0HIRO';
  const { id: first } = await openForm(user);
  nextAck = { response_action: 'push', view: { ...form, external_id: 'second' } };
  const submit = (viewId: string) => bot.do('submit', { user, viewId, values: { account: option } });
  const { view } = await submit(first);
  expect(await submit(view.id)).toMatchObject({ reason: 'duplicate_external_id' });
  nextAck = { response_action: 'push', view: form };
  const { view: third } = await submit(view.id);
  expect(await submit(third.id)).toMatchObject({ reason: 'push_limit_reached' });
  expect((await bot.state(user)).modals.map(({ id }) => id)).toEqual([first, view.id, third.id]);
});

test('two submits at once are both sent', async () => {
  nextAck = {};
  const user = 'U0GUEST';
  const { id: viewId } = await openForm(user);
  const before = heard.length;
  const submit = () => bot.do('submit', { user, viewId, values: { account: option } });
  expect(await Promise.all([submit(), submit()])).toEqual([{}, {}]);
  expect(heard).toHaveLength(before + 2);
});

test('a click in a modal carries the form and may push another, at most three deep', async () => {
  const user = 'U0GUEST';
  const { id: viewId } = await openForm(user);
  const click = () => bot.do('click', { user, viewId, actionId: 'in-modal', values: { reason: 'half' } });
  expect(await click()).toEqual({});
  await vi.waitFor(async () => expect((await bot.state(user)).modals).toHaveLength(2));
  expect(lastHeard('in-modal')).toMatchObject({
    container: { type: 'view', view_id: viewId },
    actions: [{ action_id: 'in-modal', value: 'v' }],
    view: { state: { values: { reason: { reason: { value: 'half' } } } } },
  });
  const [form, pushed] = (await bot.state(user)).modals;
  expect(pushed?.previous_view_id).toBe(form?.id);
  expect(await bot.do('close', { user, viewId: pushed?.id })).toEqual({});
  expect(await bot.do('close', { user, viewId })).toEqual({});
  expect(lastHeard('closed')).toMatchObject({ type: 'view_closed', is_cleared: false, view: { id: viewId } });
  expect((await bot.state(user)).modals).toEqual([]);
});

test('a click on a message edits it and thanks the person alone', async () => {
  const { ts } = await bot.client.chat.postMessage({ channel: 'C0APPROVE', text: 'please', blocks: buttons('t1') });
  expect(await bot.do('click', { user: 'U0KEN', channel: 'C0APPROVE', ts, actionId: 'approve' })).toEqual({});
  const message = async (user: string) =>
    (await bot.state(user)).channels.find(({ id }) => id === 'C0APPROVE')?.messages ?? [];
  await vi.waitFor(async () =>
    expect((await message('U0KEN')).filter((one) => one.ts === ts || one.text.startsWith('thank'))).toMatchObject([
      { ts, text: 'approved t1', blocks: [], edited: { user: 'U0BOARDING' } },
      { text: 'thank you <@U0KEN>', ephemeral: true },
    ]),
  );
  expect((await message('U0MARIA')).some((one) => one.text.startsWith('thank'))).toBe(false);
  expect(lastHeard('approve')).toMatchObject({
    container: { type: 'message', message_ts: ts, channel_id: 'C0APPROVE', is_ephemeral: false },
    channel: { id: 'C0APPROVE', name: 'privategroup' },
    message: { ts, user: 'U0BOARDING', bot_id: 'B0BOARDING' },
    actions: [{ action_id: 'approve', value: 't1', type: 'button' }],
  });
});

test('a button that is gone is clicked only by someone with the old message on screen', async () => {
  const { ts } = await bot.client.chat.postMessage({ channel: 'C0APPROVE', text: 'first', blocks: buttons('old') });
  await bot.client.chat.update({ channel: 'C0APPROVE', ts: ts ?? '', text: 'second', blocks: [] });
  const click = { user: 'U0KEN', channel: 'C0APPROVE', ts, actionId: 'approve' };
  expect(await bot.act('click', click)).toEqual({ status: 404, body: { error: 'no_such_action' } });
  expect(await bot.act('click', { ...click, stale: true, value: 'never was' })).toMatchObject({ status: 404 });
  expect(await bot.do('click', { ...click, stale: true })).toEqual({});
  expect(lastHeard('approve')).toMatchObject({ actions: [{ value: 'old' }], message: { text: 'second' } });
});

test('an ephemeral message is pressed by its reader alone, and is not shown to the app again', async () => {
  const channel = 'C0APPROVE';
  const { message_ts: ts } = await bot.client.chat.postEphemeral({
    channel,
    user: 'U0KEN',
    text: 'yours',
    blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'seen', text: text('Seen') }] }],
  });
  expect(await bot.act('click', { user: 'U0MARIA', channel, ts, actionId: 'seen' })).toMatchObject({ status: 404 });
  expect(await bot.do('click', { user: 'U0KEN', channel, ts, actionId: 'seen' })).toEqual({});
  expect(lastHeard('seen')).toMatchObject({ container: { is_ephemeral: true } });
  expect(lastHeard('seen')).not.toHaveProperty('message');
  const texts = async () => JSON.stringify((await bot.state('U0KEN')).channels);
  await vi.waitFor(async () => expect(await texts()).toContain('replaced'));
  expect(await texts()).not.toContain('yours');
});

test('someone of another workspace presses with their own team', async () => {
  const channel = 'C0APPROVE';
  const { ts } = await bot.client.chat.postMessage({ channel, text: 'please', blocks: buttons('t2') });
  expect(await bot.do('click', { user: 'U0OTHER', channel, ts, actionId: 'approve' })).toEqual({});
  expect(lastHeard('approve')).toMatchObject({ user: { id: 'U0OTHER', team_id: 'T0OTHER' }, team: { id: 'T0KUMO' } });
});

test('a click that nobody acknowledges is trouble', async () => {
  const { ts } = await bot.client.chat.postMessage({
    channel: 'C0APPROVE',
    text: 'slow',
    blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'slow', text: text('Slow') }] }],
  });
  expect(await bot.do('click', { user: 'U0KEN', channel: 'C0APPROVE', ts, actionId: 'slow' })).toEqual({
    error: 'We had some trouble connecting. Try again?',
    reason: 'operation_timeout',
  });
});

test('people act only where they are, and only if they may', async () => {
  const type = (user: string, more: object = {}) =>
    bot.act('command', { user, channel: 'C0APPROVE', command: '/onboard', text: 'help', ...more });
  expect(await type('U0OMAR')).toEqual({ status: 404, body: { error: 'channel_not_found' } });
  expect(await type('U0GONE')).toEqual({ status: 403, body: { error: 'user_disabled' } });
  expect(await type('U0KEN', { command: '/nothing' })).toEqual({ status: 404, body: { error: 'unknown_command' } });
  expect(await type('U0OTHER')).toEqual({ status: 404, body: { error: 'unknown_command' } });
  expect(await type('U0NOBODY')).toEqual({ status: 404, body: { error: 'user_not_found' } });
  expect(await type('U0KEN', { channel: 'D0AIKO' })).toEqual({ status: 404, body: { error: 'channel_not_found' } });
});
