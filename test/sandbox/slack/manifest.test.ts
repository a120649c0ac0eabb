import { afterEach, expect, test } from 'vitest';
import { manifestWith, startSlack } from './start.ts';

let local: Awaited<ReturnType<typeof startSlack>>;
afterEach(() => local.stop());

const startWith = async (change: Parameters<typeof manifestWith>[0]) => {
  local = await startSlack({ manifest: await manifestWith(change) });
  return local.client;
};
const scopes = (...bot: string[]) => startWith((manifest) => manifest.setIn(['oauth_config', 'scopes', 'bot'], bot));

test('a scope that the manifest lacks is named', async () => {
  const client = await scopes('commands', 'users:read');
  await expect(client.chat.postMessage({ channel: 'U0KEN', text: 'x' })).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'chat:write', provided: 'commands,users:read' },
  });
});

test('without users:read.email nobody has an address', async () => {
  const client = await scopes('users:read');
  expect((await client.users.info({ user: 'U0KEN' })).user?.profile).not.toHaveProperty('email');
  await expect(client.users.lookupByEmail({ email: 'ken@kumoworks.example' })).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'users:read.email' },
  });
});

test.each([
  ['C0GENERAL', 'channels:read'],
  ['C0APPROVE', 'groups:read'],
])('looking at %s needs %s', async (channel, needed) => {
  const client = await scopes('chat:write');
  await expect(client.conversations.info({ channel })).rejects.toMatchObject({ data: { needed } });
});

test('history shows metadata when asked to', async () => {
  const client = await scopes('chat:write', 'im:history');
  const metadata = { event_type: 'delivery', event_payload: { id: 'd1' } };
  const { channel = '' } = await client.chat.postMessage({ channel: 'U0KEN', text: 'first', metadata });
  await client.chat.postMessage({ channel: 'U0KEN', text: 'second' });
  const { messages } = await client.conversations.history({ channel, include_all_metadata: true });
  expect(messages).toMatchObject([{ text: 'second' }, { text: 'first', metadata }]);
  const { messages: bare } = await client.conversations.history({ channel, limit: 1 });
  expect(bare).toMatchObject([{ text: 'second' }]);
});

test('a thread is read with its first message, since a moment, page by page', async () => {
  const client = await scopes('chat:write', 'groups:history');
  const channel = 'C0APPROVE';
  const metadata = { event_type: 'delivery', event_payload: { id: 'd2' } };
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'first' });
  const { ts: oldest = '' } = await client.chat.postMessage({ channel, text: 'a reply', thread_ts: ts });
  await client.chat.postMessage({ channel, text: 'beside it' });
  await client.chat.postMessage({ channel, text: 'another', thread_ts: ts, metadata });
  const asked = { channel, ts, oldest, limit: 1, include_all_metadata: true };
  const { messages, response_metadata: { next_cursor = '' } = {} } = await client.conversations.replies(asked);
  expect(messages).toMatchObject([{ text: 'first' }]);
  const { messages: more, has_more } = await client.conversations.replies({ ...asked, cursor: next_cursor });
  expect(more).toMatchObject([{ text: 'another', metadata }]);
  expect(has_more).toBe(false);
  await expect(client.conversations.replies({ channel, ts: '1.1' })).rejects.toMatchObject({
    data: { error: 'thread_not_found' },
  });
});

test.each([
  ['conversations.history', { channel: 'C0APPROVE' }, 'groups:history'],
  ['conversations.replies', { channel: 'C0APPROVE', ts: '1.1' }, 'groups:history'],
  ['conversations.history', { channel: 'D0KEN' }, 'im:history'],
  ['conversations.open', { users: 'U0KEN' }, 'im:write'],
])('%s of %j needs %s', async (method, asked, needed) => {
  const client = await scopes('chat:write');
  await client.chat.postMessage({ channel: 'U0KEN', text: 'x' });
  await expect(client.apiCall(method, asked)).rejects.toMatchObject({ data: { error: 'missing_scope', needed } });
});

test('without the messages tab there are no direct messages', async () => {
  const client = await startWith((manifest) => manifest.setIn(['features', 'app_home', 'messages_tab_enabled'], false));
  await expect(client.chat.postMessage({ channel: 'U0KEN', text: 'x' })).rejects.toMatchObject({
    data: { error: 'messages_tab_disabled' },
  });
});

test.each([
  [true, true],
  [false, false],
  [undefined, false],
])('where the messages tab is read-only (%s), nobody writes to the app: %s', async (setting, isReadOnly) => {
  await startWith((manifest) => {
    if (setting === undefined) manifest.deleteIn(['features', 'app_home', 'messages_tab_read_only_enabled']);
    else manifest.setIn(['features', 'app_home', 'messages_tab_read_only_enabled'], setting);
  });
  expect(local.slack.look.isReadOnly).toBe(isReadOnly);
});
