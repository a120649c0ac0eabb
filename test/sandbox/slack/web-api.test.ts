import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { otherApp, tokens } from '../../../sandbox/slack/bot.ts';
import { startSlack } from './start.ts';

let local: Awaited<ReturnType<typeof startSlack>>;
beforeAll(async () => {
  local = await startSlack();
});
afterAll(() => local.stop());

const refused = (error: string) => ({ data: { ok: false, error } });
const metadata = { event_type: 'request', event_payload: { id: 'V1' } };
const raw = async (method: string, init: RequestInit) => (await fetch(`${local.url}/api/${method}`, init)).json();

test('auth.test tells who the bot is', async () => {
  expect(await local.client.auth.test()).toMatchObject({
    user_id: 'U0BOARDING',
    bot_id: 'B0BOARDING',
    team_id: 'T0KUMO',
  });
});

test.each([
  ['no token', {}, 'not_authed'],
  ['an invented token', { authorization: 'Bearer xoxb-invented' }, 'invalid_auth'],
  ["the app's token", { authorization: 'Bearer xapp-1-A0BOARDING-0-sandbox' }, 'not_allowed_token_type'],
])('%s opens nothing', async (_, headers, error) => {
  expect(await raw('users.info?user=U0KEN', { headers })).toMatchObject({ ok: false, error });
});

test('auth.test tells which app an app-level token is of, bots.info which one a bot', async () => {
  const slackApiUrl = `${local.url}/api/`;
  expect(await new WebClient(tokens.app, { slackApiUrl }).auth.test()).toMatchObject({ app_id: 'A0BOARDING' });
  expect(await new WebClient(otherApp.token, { slackApiUrl }).auth.test()).toMatchObject({ app_id: 'A0OTHER' });
  expect(await local.client.bots.info({ bot: 'B0BOARDING' })).toMatchObject({ bot: { app_id: 'A0BOARDING' } });
  await expect(local.client.bots.info({ bot: 'B0NOBODY' })).rejects.toMatchObject(refused('bot_not_found'));
});

test('every answer to the bot names the scopes of its token', async () => {
  const granted = expect.arrayContaining(['chat:write', 'users:read.email']);
  expect((await local.client.auth.test()).response_metadata?.scopes).toEqual(granted);
  const nobody = local.client.users.info({ user: 'U0NOBODY' });
  await expect(nobody).rejects.toMatchObject({ data: { ok: false, response_metadata: { scopes: granted } } });
});

test('an unknown method is named', async () => {
  await expect(local.client.apiCall('users.befriend')).rejects.toMatchObject({
    data: { error: 'unknown_method', req_method: 'users.befriend' },
  });
});

test('parameters come by query, form or JSON', async () => {
  const authorization = 'Bearer xoxb-0-sandbox';
  const ken = { user: { id: 'U0KEN' } };
  expect(await raw('users.info?user=U0KEN', { headers: { authorization } })).toMatchObject(ken);
  const form = new URLSearchParams({ user: 'U0KEN', token: 'xoxb-0-sandbox' });
  expect(await raw('users.info', { method: 'POST', body: form })).toMatchObject(ken);
  const headers = { authorization, 'content-type': 'application/json' };
  expect(await raw('users.info', { method: 'POST', headers, body: '{"user":"U0KEN"}' })).toMatchObject(ken);
});

test('a missing parameter is named', async () => {
  const headers = { authorization: 'Bearer xoxb-0-sandbox' };
  expect(await raw('users.info', { method: 'POST', headers })).toEqual({
    ok: false,
    error: 'invalid_arguments',
    response_metadata: { messages: ['[ERROR] missing required field: user [json-pointer:]'] },
  });
});

test.each([
  [
    'a member',
    'U0YUKI',
    {
      team_id: 'T0KUMO',
      is_restricted: false,
      is_bot: false,
      deleted: false,
      tz: 'Asia/Tokyo',
      profile: { email: 'yuki@kumoworks.example' },
    },
  ],
  ['a guest', 'U0GUEST', { is_restricted: true, is_ultra_restricted: false }],
  ['a bot', 'U0ROBOT', { is_bot: true }],
  ['someone deactivated', 'U0GONE', { deleted: true }],
  ['someone of a shared channel', 'U0OTHER', { team_id: 'T0OTHER', is_stranger: false }],
  ['the bot itself', 'U0BOARDING', { is_bot: true }],
])('users.info shows %s as Slack does', async (_, user, flags) => {
  expect((await local.client.users.info({ user })).user).toMatchObject(flags);
});

test('the locale is given when asked for', async () => {
  expect((await local.client.users.info({ user: 'U0YUKI' })).user).not.toHaveProperty('locale');
  expect((await local.client.users.info({ user: 'U0YUKI', include_locale: true })).user?.locale).toBe('ja-JP');
});

test('an e-mail address is found in any case, unless its owner is gone or of elsewhere', async () => {
  const lookup = (email: string) => local.client.users.lookupByEmail({ email });
  expect((await lookup('OMAR@kumoworks.EXAMPLE')).user?.id).toBe('U0OMAR');
  for (const email of ['gil@kumoworks.example', 'otto@elsewhere.example', 'nobody@kumoworks.example'])
    await expect(lookup(email)).rejects.toMatchObject(refused('users_not_found'));
});

test('people and user groups change while the world runs', async () => {
  local.slack.changePerson('U0LENA', { guest: 'single-channel' });
  expect((await local.client.users.info({ user: 'U0LENA' })).user).toMatchObject({ is_ultra_restricted: true });
  local.slack.changePerson('U0LENA', { guest: undefined });
  expect((await local.client.users.info({ user: 'U0LENA' })).user).toMatchObject({ is_restricted: false });
  local.slack.setGroupMembers('S0LEADS', ['U0KEN']);
  expect((await local.client.usergroups.users.list({ usergroup: 'S0LEADS' })).users).toEqual(['U0KEN']);
  await expect(local.client.usergroups.users.list({ usergroup: 'S0NONE' })).rejects.toMatchObject(
    refused('no_such_subteam'),
  );
});

test("posting to a person's id opens the DM and tells its id", async () => {
  const { channel, ts = '' } = await local.client.chat.postMessage({ channel: 'U0HIRO', text: 'hello', metadata });
  expect(channel).toBe('D0HIRO');
  expect((await local.state('U0HIRO')).dms).toMatchObject([
    { id: 'D0HIRO', with: 'U0BOARDING', messages: [{ ts, text: 'hello', metadata }] },
  ]);
  expect((await local.state('U0KEN')).dms).toEqual([]);
  await expect(local.client.chat.update({ channel: 'U0HIRO', ts, text: 'x' })).rejects.toMatchObject(
    refused('channel_not_found'),
  );
  await local.client.chat.update({ channel: 'D0HIRO', ts, text: 'changed' });
  expect((await local.state('U0HIRO')).dms[0]?.messages).toMatchObject([{ text: 'changed', metadata, edited: {} }]);
  // A message of blocks does not look edited.
  const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'changed again' } }];
  await local.client.chat.update({ channel: 'D0HIRO', ts, text: 'changed again', blocks });
  const [changed] = (await local.state('U0HIRO')).dms[0]?.messages ?? [];
  expect(changed?.text).toBe('changed again');
  expect(changed).not.toHaveProperty('edited');
});

test.each([
  ['U0GONE', 'user_disabled'],
  ['U0ROBOT', 'cannot_dm_bot'],
  ['U0NOBODY', 'channel_not_found'],
  ['C0GENERAL', 'not_in_channel'],
  ['C0NOWHERE', 'channel_not_found'],
  ['D0OMAR', 'channel_not_found'],
])('posting to %s fails with %s', async (channel, error) => {
  await expect(local.client.chat.postMessage({ channel, text: 'x' })).rejects.toMatchObject(refused(error));
});

test('metadata outlives an edit that does not name it, and goes with an empty one', async () => {
  const channel = 'C0APPROVE';
  const { ts = '' } = await local.client.chat.postMessage({ channel, text: 'x', metadata });
  const found = async () =>
    (await local.state('U0KEN')).channels.find(({ id }) => id === channel)?.messages.find((one) => one.ts === ts);
  await local.client.chat.update({ channel, ts, text: 'y' });
  expect((await found())?.metadata).toEqual(metadata);
  await local.client.apiCall('chat.update', { channel, ts, text: 'z', metadata: {} });
  expect(await found()).not.toHaveProperty('metadata');
  await expect(
    local.client.apiCall('chat.postMessage', { channel, text: 'x', metadata: { event_type: 'no payload' } }),
  ).rejects.toMatchObject(refused('invalid_metadata_format'));
});

test('an edit without blocks keeps them', async () => {
  const channel = 'C0APPROVE';
  const { ts = '' } = await local.client.chat.postMessage({ channel, text: 'x', blocks: [{ type: 'divider' }] });
  const { message } = await local.client.chat.update({ channel, ts, text: 'y' });
  expect(message).toMatchObject({ text: 'y', blocks: [{ type: 'divider' }] });
});

test('a deleted message is gone for everybody', async () => {
  const channel = 'C0APPROVE';
  const { ts = '' } = await local.client.chat.postMessage({ channel, text: 'a mistake' });
  await local.client.chat.delete({ channel, ts });
  await expect(local.client.chat.update({ channel, ts, text: 'x' })).rejects.toMatchObject(
    refused('message_not_found'),
  );
  expect(JSON.stringify(await local.state('U0KEN'))).not.toContain('a mistake');
  expect(local.slack.seen.messages()).toContain('a mistake');
});

test('an ephemeral message is seen by one person, who must be there', async () => {
  const tell = (user: string) => local.client.chat.postEphemeral({ channel: 'C0APPROVE', user, text: 'only you' });
  const { message_ts: ts = '' } = await tell('U0KEN');
  expect(JSON.stringify(await local.state('U0KEN'))).toContain('only you');
  expect(JSON.stringify(await local.state('U0MARIA'))).not.toContain('only you');
  await expect(tell('U0OMAR')).rejects.toMatchObject(refused('user_not_in_channel'));
  await expect(local.client.chat.update({ channel: 'C0APPROVE', ts, text: 'x' })).rejects.toMatchObject(
    refused('message_not_found'),
  );
});

test('a channel tells whether it is private, shared, and has the bot', async () => {
  const { channel } = await local.client.conversations.info({ channel: 'C0APPROVE' });
  expect(channel).toMatchObject({ name: 'aws-approvals', is_private: true, is_member: true, is_ext_shared: false });
});

test('the next calls fail as ordered', async () => {
  const look = () => local.client.users.info({ user: 'U0KEN' });
  local.slack.answerNext('users.info', { error: 'fatal_error' }, 2);
  await expect(look()).rejects.toMatchObject(refused('fatal_error'));
  await expect(look()).rejects.toMatchObject(refused('fatal_error'));
  await expect(look()).resolves.toMatchObject({ ok: true });
});

test('429 carries Retry-After', async () => {
  local.slack.answerNext('users.info', { status: 429, retryAfter: 7 });
  const impatient = new WebClient('xoxb-0-sandbox', {
    slackApiUrl: `${local.url}/api/`,
    rejectRateLimitedCalls: true,
  });
  await expect(impatient.users.info({ user: 'U0KEN' })).rejects.toMatchObject({ retryAfter: 7 });
  expect(local.slack.seen.calls().at(-1)).toEqual({ method: 'users.info', params: { user: 'U0KEN' } });
});

test('an answer may be lost after the message was posted', async () => {
  local.slack.answerNext('chat.postMessage', { lost: true });
  await expect(local.client.chat.postMessage({ channel: 'U0YUKI', text: 'once' })).rejects.toMatchObject({
    code: 'slack_webapi_request_error',
  });
  expect((await local.state('U0YUKI')).dms[0]?.messages).toMatchObject([{ text: 'once' }]);
});

test('what the bot called is on record', async () => {
  await local.client.users.info({ user: 'U0MARIA' });
  expect(local.slack.seen.calls().at(-1)).toEqual({ method: 'users.info', params: { user: 'U0MARIA' } });
});

test('people outside the workspace have no state', async () => {
  expect((await fetch(`${local.url}/state?as=U0NOBODY`)).status).toBe(404);
});
