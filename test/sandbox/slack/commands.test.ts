import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from './eventually.ts';
import { startExample } from './example-app.ts';

let bot: Awaited<ReturnType<typeof startExample>>;
beforeAll(async () => {
  bot = await startExample();
});
afterAll(() => bot.stop());

test('both connections are up', () => {
  expect(bot.slack.seen.connections()).toBe(2);
});

test('a command is answered with words that only the person sees', async () => {
  expect(await bot.command('U0KEN', 'help', 'C0GENERAL')).toEqual({ text: 'Type /onboard' });
  const seenBy = async (user: string) =>
    (await bot.state(user)).channels.find(({ id }) => id === 'C0GENERAL')?.messages.map((message) => message.text);
  expect(await seenBy('U0KEN')).toContain('Type /onboard');
  expect(await seenBy('U0MARIA')).toEqual([]);
});

test('a command carries what Slack sends', async () => {
  await bot.command('U0KEN', 'help', 'C0APPROVE');
  expect(bot.lastHeard('command')).toMatchObject({
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
  expect(await bot.command('U0LENA', 'respond')).toEqual({});
  await eventually(async () =>
    expect((await bot.state('U0LENA')).dms[0]?.messages).toMatchObject([{ text: 'later', ephemeral: true }]),
  );
});

test('a command that nobody acknowledges times out', async () => {
  const answer = bot.command('U0KEN', 'nobody');
  await eventually(() => expect(bot.slack.runOut()).toBe(1));
  expect(await answer).toEqual({ error: 'operation_timeout' });
});

test('a command answered beyond the limits says so', async () => {
  expect(await bot.command('U0KEN', 'bad')).toMatchObject({
    error: 'invalid_command_response',
    reason: 'invalid_blocks',
  });
});

test('a command opens a modal on the screen of the person alone', async () => {
  const modal = await bot.openForm('U0MARIA');
  expect(modal).toMatchObject({ callback_id: 'request', private_metadata: 'kept', previous_view_id: null });
  expect((await bot.state('U0KEN')).modals).toEqual([]);
  expect(await bot.act('submit', { user: 'U0KEN', viewId: modal.id })).toMatchObject({ status: 404 });
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
