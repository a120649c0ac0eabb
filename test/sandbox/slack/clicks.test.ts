import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from './eventually.ts';
import { buttons, startExample, text } from './example-app.ts';

let bot: Awaited<ReturnType<typeof startExample>>;
beforeAll(async () => {
  bot = await startExample();
});
afterAll(() => bot.stop());

test('a click on a message edits it and thanks the person alone', async () => {
  const { ts } = await bot.client.chat.postMessage({ channel: 'C0APPROVE', text: 'please', blocks: buttons('t1') });
  expect(await bot.do('click', { user: 'U0KEN', channel: 'C0APPROVE', ts, actionId: 'approve' })).toEqual({});
  const message = async (user: string) =>
    (await bot.state(user)).channels.find(({ id }) => id === 'C0APPROVE')?.messages ?? [];
  await eventually(async () =>
    expect((await message('U0KEN')).filter((one) => one.ts === ts || one.text.startsWith('thank'))).toMatchObject([
      { ts, text: 'approved t1', blocks: [], edited: { user: 'U0BOARDING' } },
      { text: 'thank you <@U0KEN>', ephemeral: true },
    ]),
  );
  expect((await message('U0MARIA')).some((one) => one.text.startsWith('thank'))).toBe(false);
  expect(bot.lastHeard('approve')).toMatchObject({
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
  expect(bot.lastHeard('approve')).toMatchObject({ actions: [{ value: 'old' }], message: { text: 'second' } });
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
  expect(bot.lastHeard('seen')).toMatchObject({ container: { is_ephemeral: true } });
  expect(bot.lastHeard('seen')).not.toHaveProperty('message');
  const texts = async () => JSON.stringify((await bot.state('U0KEN')).channels);
  await eventually(async () => expect(await texts()).toContain('replaced'));
  expect(await texts()).not.toContain('yours');
});

test('without a place, the newest button that the person sees is pressed', async () => {
  for (const value of ['older', 'newer'])
    await bot.client.chat.postMessage({ channel: 'U0YUKI', text: value, blocks: buttons(value) });
  expect(await bot.do('click', { user: 'U0YUKI', actionId: 'approve' })).toEqual({});
  expect(bot.lastHeard('approve')).toMatchObject({ actions: [{ value: 'newer' }], channel: { id: 'D0YUKI' } });
  expect(await bot.act('click', { user: 'U0OMAR', actionId: 'approve' })).toMatchObject({ status: 404 });
});

test('someone of another workspace presses with their own team', async () => {
  const channel = 'C0APPROVE';
  const { ts } = await bot.client.chat.postMessage({ channel, text: 'please', blocks: buttons('t2') });
  expect(await bot.do('click', { user: 'U0OTHER', channel, ts, actionId: 'approve' })).toEqual({});
  expect(bot.lastHeard('approve')).toMatchObject({
    user: { id: 'U0OTHER', team_id: 'T0OTHER' },
    team: { id: 'T0KUMO' },
  });
});

test('a click that nobody acknowledges is trouble', async () => {
  const { ts } = await bot.client.chat.postMessage({
    channel: 'C0APPROVE',
    text: 'slow',
    blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'slow', text: text('Slow') }] }],
  });
  const answer = bot.do('click', { user: 'U0KEN', channel: 'C0APPROVE', ts, actionId: 'slow' });
  await eventually(() => expect(bot.slack.runOut()).toBe(1));
  expect(await answer).toEqual({
    error: 'We had some trouble connecting. Try again?',
    reason: 'operation_timeout',
  });
});
