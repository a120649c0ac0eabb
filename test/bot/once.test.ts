import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { CHANNEL, useWorld } from './world.ts';

const bot = useWorld();

/** The messages of one request: on its way, to the requester, and to the new person. */
async function messagesOf(id: string, person: string): Promise<{ channel: number; requester: number; person: number }> {
  const about = (messages: object[]) => messages.filter((message) => JSON.stringify(message).includes(id)).length;
  return {
    channel: about(await bot.as('U0KEN').messagesIn(CHANNEL)),
    requester: about((await bot.as('U0AIKO').dm()).messages),
    person: about((await bot.as(person).dm()).messages),
  };
}
const each = { channel: 1, requester: 3, person: 1 };
/** The request, that it was sent, that it was approved, the welcome, the end: to the requester the later ones in a thread. */
const MESSAGES = 5;

const calls = (method: string) => bot.world.slack.seen.calls().filter((call) => call.method === method).length;

test('kill -9 after each message that Slack has taken: they are not posted again', async () => {
  let id = '';
  await bot.killAtEachPost(2, async () => {
    ({ id } = await bot.submit('U0AIKO', { people: ['U0OMAR'] }));
  });
  const { ts } = await bot.open(id);
  await bot.killAtEachPost(3, () => bot.approve('U0KEN', ts));
  expect(await bot.ended(id)).toMatchObject({ status: 'SUCCEEDED' });
  expect(await messagesOf(id, 'U0OMAR')).toEqual(each);
});

test('a message whose answer was lost is found at once', async () => {
  const before = calls('chat.postMessage');
  bot.world.slack.answerNext('chat.postMessage', { lost: true }, MESSAGES);
  const { id } = await bot.onboard({ people: ['U0LENA'] });
  expect(await messagesOf(id, 'U0LENA')).toEqual(each);
  expect(calls('chat.postMessage')).toBe(before + MESSAGES);
});

test('a message that could not be looked for after its answer was lost is found by the next try', async () => {
  const before = calls('chat.postMessage');
  const { slack } = bot.world;
  slack.answerNext('chat.postMessage', { lost: true }, MESSAGES);
  const { history, replies } = { history: 'conversations.history', replies: 'conversations.replies' };
  for (const [i, look] of [history, history, replies, history, replies].entries()) {
    slack.answerNext(look, i % 2 ? { status: 503 } : { status: 429, retryAfter: 1 });
    slack.answerNext(look, { none: true });
  }
  const { id } = await bot.onboard({ people: ['U0YUKI'] });
  expect(await messagesOf(id, 'U0YUKI')).toEqual(each);
  expect(calls('chat.postMessage')).toBe(before + MESSAGES);
});

test.each([
  ['answers with a server’s fault', { status: 502 }, 'U0HIRO'],
  ['says that something went wrong inside', { error: 'internal_error' }, 'U0MARIA'],
] as const)('where Slack %s and has posted nothing, the next try posts', async (_what, fault, person) => {
  for (let i = 0; i < MESSAGES; i++) {
    bot.world.slack.answerNext('chat.postMessage', fault);
    bot.world.slack.answerNext('chat.postMessage', { none: true });
  }
  const { id } = await bot.onboard({ people: [person] });
  expect(await messagesOf(id, person)).toEqual(each);
});

test('a message is found however much has been said since', async () => {
  const { id, ts } = await bot.request({ people: ['U0HIRO'], accounts: ['222233335555'] });
  const { slack, url } = bot.world;
  const [posted, looked] = [calls('chat.postMessage'), calls('conversations.history')];
  // That it was approved, and then the welcome.
  slack.answerNext('chat.postMessage', { none: true });
  slack.answerNext('chat.postMessage', { lost: true });
  slack.answerNext('conversations.history', { status: 503 });
  const look = slack.hold('conversations.history');
  await bot.approve('U0KEN', ts);
  await look.reached;
  const { SLACK_BOT_TOKEN, SLACK_API_URL: slackApiUrl = '' } = slack.environment(url);
  const { chat } = new WebClient(SLACK_BOT_TOKEN, { slackApiUrl });
  await Promise.all(Array.from({ length: 250 }, () => chat.postMessage({ channel: 'U0HIRO', text: 'by the way' })));
  look.release();
  await bot.ended(id);
  expect(calls('conversations.history')).toBe(looked + 3);
  // The approval, the welcome that was lost, the end.
  expect(calls('chat.postMessage')).toBe(posted + 250 + 3);
});

test('where all goes well Slack is asked for nothing but to post', async () => {
  const before = ['conversations.history', 'conversations.replies', 'conversations.open'].map(calls);
  await bot.onboard({ people: ['U0OMAR'], accounts: ['444455556666'] });
  expect(['conversations.history', 'conversations.replies', 'conversations.open'].map(calls)).toEqual(before);
});

test('what tells a message apart names no mailbox', async () => {
  const { id } = await bot.onboard({ people: ['U0LENA'], accounts: ['444455556666'] });
  const metadata = bot.world.slack.seen
    .calls()
    .filter(({ method }) => method === 'chat.postMessage')
    .map(({ params }) => JSON.stringify(params.metadata ?? {}))
    .filter((text) => text.includes(id));
  expect(metadata).toHaveLength(MESSAGES);
  expect(new Set(metadata).size).toBe(MESSAGES);
  for (const text of metadata) expect(text).not.toContain('@');
});

test('where the bot may not look whether a message is there, the request ends and says so', async () => {
  bot.world.slack.answerNext('chat.postMessage', { lost: true });
  bot.world.slack.answerNext('conversations.history', { error: 'missing_scope' });
  const { id } = await bot.submit('U0AIKO', { people: ['U0MARIA'] });
  await bot.ended(id);
  expect((await bot.as('U0AIKO').dm()).messages.at(-1)?.text).toContain('missing_scope');
});
