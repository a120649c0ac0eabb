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

test('without the messages tab there are no direct messages', async () => {
  const client = await startWith((manifest) => manifest.setIn(['features', 'app_home', 'messages_tab_enabled'], false));
  await expect(client.chat.postMessage({ channel: 'U0KEN', text: 'x' })).rejects.toMatchObject({
    data: { error: 'messages_tab_disabled' },
  });
});
