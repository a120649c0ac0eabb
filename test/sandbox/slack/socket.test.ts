import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { tokens } from '../../../sandbox/slack/bot.ts';
import { eventually } from './eventually.ts';
import { manifestWith, startBot, startSlack } from './start.ts';

let local: Awaited<ReturnType<typeof startSlack>>;
beforeEach(async () => {
  local = await startSlack({ ackTimeout: 120_000 });
});
afterEach(() => local.stop());

async function ticket(): Promise<string> {
  const headers = { authorization: 'Bearer xapp-1-A0BOARDING-0-sandbox' };
  const response = await fetch(`${local.url}/api/apps.connections.open`, { method: 'POST', headers });
  return ((await response.json()) as { url: string }).url;
}

/** A connection without Bolt, and what it was sent. */
async function connect() {
  const socket = new WebSocket(await ticket());
  const received: { type: string; [field: string]: unknown }[] = [];
  socket.on('message', (data) => received.push(JSON.parse(String(data))));
  await once(socket, 'message');
  return { socket, received };
}

const help = { user: 'U0KEN', channel: 'D0KEN', command: '/onboard', text: 'help' };

test('a ticket opens one connection', async () => {
  const url = await ticket();
  await once(new WebSocket(url), 'message');
  const [error] = await once(new WebSocket(url), 'error');
  expect(error.message).toContain('401');
  expect(local.slack.seen.connections()).toBe(1);
});

test('hello tells how many connections there are', async () => {
  expect((await connect()).received).toMatchObject([{ type: 'hello', num_connections: 1 }]);
  expect((await connect()).received).toMatchObject([{ type: 'hello', num_connections: 2 }]);
});

test('the eleventh connection is turned away', async () => {
  for (let n = 0; n < 10; n++) await connect();
  const { received } = await connect();
  expect(received).toMatchObject([{ type: 'disconnect', reason: 'too_many_websockets' }]);
  expect(local.slack.seen.connections()).toBe(10);
});

test('each envelope goes to one connection, in turn', async () => {
  const [first, second] = [await connect(), await connect()];
  for (const { socket, received } of [first, second])
    socket.on('message', () => socket.send(JSON.stringify({ envelope_id: received.at(-1)?.envelope_id, payload: {} })));
  await local.do('command', help);
  await local.do('command', help);
  for (const { received } of [first, second])
    expect(received.slice(1)).toMatchObject([{ type: 'slash_commands', accepts_response_payload: true }]);
});

test('with no connection the app cannot be reached', async () => {
  expect(await local.do('command', help)).toEqual({ error: 'dispatch_unknown_error' });
});

test('an envelope that nobody acknowledges in time is given up', async () => {
  const hasty = await startSlack({ ackTimeout: 1 });
  const { url } = (await hasty.client.apps.connections.open({ token: tokens.app })) as { url: string };
  await once(new WebSocket(url), 'message');
  expect(await hasty.do('command', help)).toEqual({ error: 'operation_timeout' });
  await hasty.stop();
});

test('pings are answered', async () => {
  const { socket } = await connect();
  socket.ping();
  await once(socket, 'pong');
});

test('a refresh is announced to every connection', async () => {
  const { received } = await connect();
  local.slack.disconnect('refresh_requested');
  await eventually(() => expect(received.at(-1)).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' }));
});

test('stopping closes the connections and gives up what was waiting', async () => {
  const { socket } = await connect();
  const answer = local.do('command', help);
  await once(socket, 'message');
  await Promise.all([once(socket, 'close'), local.slack.stop()]);
  expect(await answer).toEqual({ error: 'dispatch_unknown_error' });
});

const modal = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'Form' }, blocks: [] };

/** An app that keeps the trigger of a command. */
async function triggerFrom(settings: Parameters<typeof startBot>[1]) {
  let trigger_id = '';
  const bot = await startBot((app) => {
    app.command('/onboard', async ({ ack, body }) => {
      trigger_id = body.trigger_id;
      await ack();
    });
  }, settings);
  expect(await bot.do('command', help)).toEqual({});
  return { bot, trigger_id };
}

test('a trigger works once', async () => {
  const { bot, trigger_id } = await triggerFrom({});
  await bot.client.views.open({ trigger_id, view: modal });
  await expect(bot.client.views.open({ trigger_id, view: modal })).rejects.toMatchObject({
    data: { error: 'exchanged_trigger_id' },
  });
  await expect(bot.client.views.open({ trigger_id: '1.2.3', view: modal })).rejects.toMatchObject({
    data: { error: 'invalid_trigger_id' },
  });
  await bot.stop();
});

test('a trigger expires', async () => {
  const { bot, trigger_id } = await triggerFrom({ triggerLifetime: -1 });
  await expect(bot.client.views.open({ trigger_id, view: modal })).rejects.toMatchObject({
    data: { error: 'expired_trigger_id' },
  });
  await bot.stop();
});

test('a view is updated by its id or external id, unless somebody was faster', async () => {
  const { bot, trigger_id } = await triggerFrom({});
  const named = { ...modal, external_id: 'mine' };
  const { view } = await bot.client.views.open({ trigger_id, view: named });
  const { id: view_id = '', hash = '' } = view ?? {};
  await bot.client.views.update({ view_id, hash, view: named });
  await bot.client.views.update({ external_id: 'mine', view: named });
  await expect(bot.client.views.update({ view_id, hash, view: modal })).rejects.toMatchObject({
    data: { error: 'hash_conflict' },
  });
  await expect(bot.client.views.update({ view_id: 'V0', view: modal })).rejects.toMatchObject({
    data: { error: 'not_found' },
  });
  await bot.stop();
});

test('names become ids where the manifest asks for it', async () => {
  const manifest = await manifestWith((doc) => doc.setIn(['features', 'slash_commands', 0, 'should_escape'], true));
  let heard = '';
  const bot = await startBot(
    (app) => {
      app.command('/onboard', async ({ ack, body }) => {
        heard = body.text;
        await ack();
      });
    },
    { manifest },
  );
  await bot.do('command', { ...help, text: 'add @aiko to #general, not @nobody' });
  expect(heard).toBe('add <@U0AIKO|aiko> to <#C0GENERAL|general>, not @nobody');
  await bot.stop();
});
