import type { App, types } from '@slack/bolt';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { eventually } from './eventually.ts';
import { text } from './example-app.ts';
import { startBot } from './start.ts';

/** A form that follows what is chosen in it: `place` is there for one kind alone. */
type Kind = 'here' | 'anywhere';

const kinds = [
  { text: text('Here'), value: 'here' },
  { text: text('Anywhere'), value: 'anywhere' },
];
const place = (initial_value: string): types.KnownBlock => ({
  type: 'input',
  block_id: 'place',
  label: text('Place'),
  element: { type: 'plain_text_input', action_id: 'place', initial_value },
});

function form(kind: Kind | '', initial = 'at first', letters: types.PlainTextInput = typed()): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'follows',
    private_metadata: kind,
    title: text('Follows'),
    submit: text('Send'),
    blocks: [
      {
        type: 'input',
        block_id: 'kind',
        dispatch_action: true,
        label: text('Kind'),
        element: { type: 'static_select', action_id: 'kind', placeholder: text('Choose'), options: kinds },
      },
      ...(kind === 'anywhere' ? [] : [place(initial)]),
      {
        type: 'input',
        block_id: 'account',
        optional: true,
        label: text('Account'),
        element: { type: 'external_select', action_id: 'account', min_query_length: 0 },
      },
      {
        type: 'input',
        block_id: 'reason',
        label: text('Reason'),
        element: { type: 'plain_text_input', action_id: 'reason', initial_value: initial },
      },
      {
        type: 'input',
        block_id: 'letters',
        optional: true,
        dispatch_action: true,
        label: text('Letters'),
        element: letters,
      },
    ],
  };
}
const typed = (config?: types.DispatchActionConfig): types.PlainTextInput => ({
  type: 'plain_text_input',
  action_id: 'letters',
  ...(config && { dispatch_action_config: config }),
});

// biome-ignore lint/suspicious/noExplicitAny: payloads of several kinds, each looked into by its test.
type Heard = any;

const heard: { name: string; body: Heard }[] = [];
let opened: types.ModalView;
let update: ((kind: Kind) => types.ModalView) | undefined;
/** What the app waits for before it updates the form. */
let ready: () => Promise<unknown>;
let answer: object;

const listen = (app: App): void => {
  app.command('/onboard', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: opened });
  });
  app.action('kind', async ({ ack, body, client }) => {
    heard.push({ name: 'kind', body });
    await ack();
    if (body.type !== 'block_actions' || !update || !body.view) return;
    const [action] = body.actions;
    if (action?.type !== 'static_select') return;
    const { id, hash } = body.view;
    await ready();
    await client.views
      .update({ view_id: id, hash, view: update(action.selected_option.value as Kind) })
      .catch((error) => heard.push({ name: 'refused', body: error.data }));
  });
  app.action('letters', async ({ ack, body }) => {
    heard.push({ name: 'letters', body });
    await ack();
  });
  app.options('account', async ({ ack, body }) => {
    heard.push({ name: 'suggest', body });
    await ack({ options: [{ text: text('One'), value: '1' }] });
  });
  app.view('follows', async ({ ack, body }) => {
    heard.push({ name: 'submit', body });
    await ack(answer as never);
  });
};

let bot: Awaited<ReturnType<typeof startBot>>;
beforeAll(async () => {
  bot = await startBot(listen, {}, 2);
});
beforeEach(() => {
  heard.length = 0;
  opened = form('');
  update = form;
  ready = async () => {};
  answer = {};
});
afterAll(() => bot.stop());

const names = () => heard.map(({ name }) => name);
const last = (name: string): Heard => heard.findLast((one) => one.name === name)?.body;

/** The form of a person who has no other, and what they do in it. */
async function open(user: string) {
  for (const { id } of (await bot.state(user)).modals) await bot.do('close', { user, viewId: id });
  await bot.do('command', { user, channel: 'C0GENERAL', command: '/onboard' });
  const { id: viewId, hash } = await top(user);
  const on = { user, viewId };
  return {
    viewId,
    hash,
    fill: (values: object) => bot.do('fill', { ...on, values }),
    submit: (values: object = {}, more: object = {}) => bot.do('submit', { ...on, values, ...more }),
    press: (actionId: string, more: object = {}) => bot.do('click', { ...on, actionId, ...more }),
    suggest: () => bot.do('suggest', { ...on, actionId: 'account' }),
    /** Once the form follows a kind. */
    follows: (kind: Kind) =>
      eventually(async () => {
        const view = await top(user);
        expect(view.private_metadata).toBe(kind);
        return view;
      }),
    shown: async (block: string) =>
      (await top(user)).blocks.find(({ block_id }) => block_id === block) as { element?: object } | undefined,
  };
}
const top = (user: string) =>
  eventually(async () => (await bot.state(user)).modals.at(-1) ?? expect.fail('there is no modal'));

test('a choice in a field that dispatches is told at once, with the form as it is then', async () => {
  const { viewId, hash, fill, follows } = await open('U0KEN');
  expect(await fill({ reason: 'half a rea', kind: 'here' })).toEqual({});
  expect(last('kind')).toEqual({
    type: 'block_actions',
    user: { id: 'U0KEN', username: 'ken', name: 'ken', team_id: 'T0KUMO' },
    api_app_id: 'A0BOARDING',
    token: 'fixed-value',
    container: { type: 'view', view_id: viewId },
    trigger_id: expect.any(String),
    team: { id: 'T0KUMO', domain: 'kumoworks' },
    enterprise: null,
    is_enterprise_install: false,
    view: expect.objectContaining({
      id: viewId,
      hash,
      callback_id: 'follows',
      private_metadata: '',
      root_view_id: viewId,
      previous_view_id: null,
      state: {
        values: {
          kind: {
            kind: {
              type: 'static_select',
              selected_option: { text: { type: 'plain_text', text: 'Here', emoji: true }, value: 'here' },
            },
          },
          place: { place: { type: 'plain_text_input', value: 'at first' } },
          account: { account: { type: 'external_select', selected_option: null } },
          reason: { reason: { type: 'plain_text_input', value: 'half a rea' } },
          letters: { letters: { type: 'plain_text_input', value: null } },
        },
      },
    }),
    actions: [
      {
        type: 'static_select',
        action_id: 'kind',
        block_id: 'kind',
        selected_option: { text: { type: 'plain_text', text: 'Here', emoji: true }, value: 'here' },
        placeholder: { type: 'plain_text', text: 'Choose', emoji: true },
        action_ts: expect.stringMatching(/^\d+\.\d{6}$/),
      },
    ],
  });
  expect((await follows('here')).hash).not.toBe(hash);
});

test('a field that does not dispatch tells nothing, and neither does the same choice again', async () => {
  const { fill, press, follows } = await open('U0KEN');
  expect(await fill({ reason: 'because', place: 'there' })).toEqual({});
  expect(await press('reason', { value: 'because of that' })).toEqual({});
  expect(names()).toEqual([]);
  await fill({ kind: 'here' });
  await follows('here');
  expect(await fill({ kind: 'here', reason: 'so' })).toEqual({});
  expect(names()).toEqual(['kind']);
});

test('a choice may also be pressed, as a client that knows what was used', async () => {
  const { press, follows } = await open('U0KEN');
  expect(await press('kind', { value: 'anywhere', values: { reason: 'half' } })).toEqual({});
  expect(last('kind')).toMatchObject({
    actions: [{ action_id: 'kind', selected_option: { value: 'anywhere' } }],
    view: {
      state: {
        values: { kind: { kind: { selected_option: { value: 'anywhere' } } }, reason: { reason: { value: 'half' } } },
      },
    },
  });
  await follows('anywhere');
});

test.each<[what: string, config: types.DispatchActionConfig | undefined, told: string[]]>([
  ['at Enter alone', undefined, ['entered']],
  ['at Enter alone, where it says so', { trigger_actions_on: ['on_enter_pressed'] }, ['entered']],
  ['at each character', { trigger_actions_on: ['on_character_entered'] }, ['a', 'ab', 'entered']],
])('what is typed is told %s', async (_, config, told) => {
  opened = form('', 'at first', typed(config));
  const { fill, press } = await open('U0KEN');
  await fill({ letters: 'a' });
  await fill({ letters: 'ab' });
  await press('letters', { value: 'entered' });
  expect(heard.map(({ body }) => body.actions[0])).toMatchObject(
    told.map((value) => ({ type: 'plain_text_input', block_id: 'letters', value })),
  );
});

test('an update keeps what was put into the fields that stay, and heeds no new initial value there', async () => {
  update = (kind) => form(kind, 'at second');
  const { fill, follows, shown, submit } = await open('U0YUKI');
  await fill({ place: 'typed' });
  await fill({ kind: 'here' });
  await follows('here');
  expect(await shown('reason')).toMatchObject({ element: { initial_value: 'at first' } });
  expect(await submit()).toEqual({});
  expect(last('submit').view.state.values).toMatchObject({
    kind: { kind: { selected_option: { value: 'here' } } },
    place: { place: { value: 'typed' } },
    reason: { reason: { value: 'at first' } },
  });
  expect(JSON.stringify(last('submit').view.blocks)).toContain('at second');
});

test('what belonged to a field that is gone is gone, and one that comes anew shows what it starts with', async () => {
  update = (kind) => form(kind, 'at second');
  const { fill, follows, shown, submit } = await open('U0YUKI');
  await fill({ place: 'typed', reason: 'kept' });
  await fill({ kind: 'anywhere' });
  await follows('anywhere');
  expect(await shown('place')).toBeUndefined();
  await fill({ kind: 'here' });
  await follows('here');
  expect(await shown('place')).toMatchObject({ element: { initial_value: 'at second' } });

  // As Slack does: what is shown there is not told until it is touched, and a required field counts as empty.
  expect(await submit()).toEqual({ errors: { place: 'Please complete this required field.' } });
  await submit({}, { dispatchAnyway: true });
  expect(last('submit').view.state.values).toMatchObject({
    place: { place: { type: 'plain_text_input', value: null } },
    reason: { reason: { value: 'kept' } },
  });
});

test('a field that came anew is told once it was touched', async () => {
  const { fill, follows, submit } = await open('U0YUKI');
  await fill({ kind: 'anywhere' });
  await follows('anywhere');
  await fill({ kind: 'here' });
  await follows('here');
  expect(await submit({ place: 'touched' })).toEqual({});
  expect(last('submit').view.state.values.place.place.value).toBe('touched');
});

test('with another action_id a field is another one', async () => {
  update = (kind) => JSON.parse(JSON.stringify(form(kind)).replace('"action_id":"reason"', '"action_id":"reason-2"'));
  const { fill, follows, submit } = await open('U0YUKI');
  await fill({ reason: 'typed', kind: 'here' });
  await follows('here');
  await submit({}, { dispatchAnyway: true });
  expect(last('submit').view.state.values.reason).toEqual({ 'reason-2': { type: 'plain_text_input', value: null } });
});

test('an update with an old hash is refused, one without a hash wins, and each makes a new hash', async () => {
  update = undefined;
  const { viewId: view_id, hash } = await open('U0MARIA');
  const { view } = await bot.client.views.update({ view_id, hash, view: form('here') });
  expect(view?.hash).not.toBe(hash);
  await expect(bot.client.views.update({ view_id, hash, view: form('anywhere') })).rejects.toMatchObject({
    data: { error: 'hash_conflict' },
  });
  const { view: again } = await bot.client.views.update({ view_id, view: form('anywhere') });
  expect(again).toMatchObject({ private_metadata: 'anywhere' });
  expect(again?.hash).not.toBe(view?.hash);
});

test('of two choices that were made on the same form the second update is refused', async () => {
  ready = () => eventually(() => expect(names().slice(0, 2)).toEqual(['kind', 'kind']));
  const { fill } = await open('U0MARIA');
  await fill({ kind: 'anywhere' });
  await fill({ kind: 'here' });
  await eventually(() => expect(last('refused')).toMatchObject({ error: 'hash_conflict' }));
});

test('a menu that the app fills is asked about with the newest private_metadata and hash, without what was put in', async () => {
  const { fill, follows, suggest } = await open('U0MARIA');
  await fill({ kind: 'here', reason: 'secret' });
  const { hash } = await follows('here');
  await suggest();
  expect(last('suggest').view).toMatchObject({ private_metadata: 'here', hash, state: { values: {} } });
});

test('who chooses and sends at once tells the choice first, and both arrive', async () => {
  const { submit, viewId } = await open('U0LENA');
  ready = () =>
    eventually(async () => expect((await bot.state('U0LENA')).modals.map(({ id }) => id)).not.toContain(viewId));
  expect(await submit({ kind: 'anywhere', place: 'of the form as it was', reason: 'now' })).toEqual({});
  await eventually(() => expect(names()).toEqual(['kind', 'submit', 'refused']));
  expect(last('refused')).toMatchObject({ error: 'not_found' });
  expect(last('submit').view.state.values).toMatchObject({
    kind: { kind: { selected_option: { value: 'anywhere' } } },
    place: { place: { value: 'of the form as it was' } },
  });
});

test('what was chosen and sent is not told twice, and what was sent stays in the form', async () => {
  answer = { response_action: 'errors', errors: { reason: 'more' } };
  const { submit, follows } = await open('U0LENA');
  const values = { kind: 'here', place: 'there', reason: 'now' };
  expect(await submit(values)).toEqual({ errors: { reason: 'more' } });
  await follows('here');
  await submit(values);
  await submit({ reason: 'again' });
  expect(names()).toEqual(['kind', 'submit', 'submit', 'submit']);
  expect(last('submit').view.state.values).toMatchObject({
    place: { place: { value: 'there' } },
    reason: { reason: { value: 'again' } },
  });
});

test('a client that has not heard yet that a field is gone may still send it, and read what was wrong there', async () => {
  answer = { response_action: 'errors', errors: { reason: 'more' } };
  const { fill, submit, follows } = await open('U0LENA');
  await fill({ kind: 'anywhere' });
  await follows('anywhere');
  expect(await submit({ kind: 'anywhere', place: 'typed before', reason: 'now' })).toEqual({
    errors: { reason: 'more' },
  });
  expect(last('submit').view.state.values).not.toHaveProperty('place');
  expect(await bot.act('fill', { user: 'U0LENA', values: { never: 'there' } })).toEqual({
    status: 400,
    body: { error: 'no_such_block', blocks: ['never'] },
  });
});

test('nobody can choose what is on no menu, and a client that sends what it likes tells nothing before', async () => {
  const { fill, submit } = await open('U0LENA');
  expect(await fill({ kind: 'made up' })).toEqual({});
  await submit({ kind: 'here' }, { dispatchAnyway: true });
  expect(names()).toEqual(['submit']);
});
