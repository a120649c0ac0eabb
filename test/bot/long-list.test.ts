import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { CHANNEL, DEV, isOver, useWorld } from './world.ts';

const bot = useWorld();
const others = (letter: string) => Array.from({ length: 30 }, (_, i) => `${letter}${i}@partner.example`).join('\n');

/** After that a request posts nothing but its batches and its end. */
const approvedFor = (id: string) =>
  until('the approval', async () =>
    (await bot.as('U0AIKO').dm()).messages.some(
      (message) => message.text.includes('I am giving 30 people access') && JSON.stringify(message).includes(id),
    ),
  );

test('many people: the bar moves, each batch is told in the thread, and the message keeps to what asks for something', async () => {
  bot.world.aws.asAdmin(DEV, 'createUser', { UserName: 'p7@partner.example' });
  const { id, ts } = await bot.request({ people: [], others: others('p') });
  await bot.approve('U0KEN', ts);
  await bot.ended(id);

  const versions = bot.world.slack.seen.messages();
  expect(versions).toContain('▱▱▱▱▱▱▱▱▱▱ 0 of 30 people');
  expect(versions).toContain('▰▰▰▰▰▰▰▰▱▱ 25 of 30 people');

  const post = await bot.post(id, (text) => text.includes('29 of 30 are all set'));
  expect(post.text).toContain('The others are in the thread');
  expect(post.text).toContain('p7@partner.example');
  expect(post.text).not.toContain('p8@partner.example');
  const replies = await until('the thread', async () => {
    const found = (await bot.as('U0KEN').messagesIn(CHANNEL)).filter(({ thread_ts }) => thread_ts === ts);
    return found.length === 2 && found;
  });
  expect(replies.map(({ text }) => /\*(.+) of 30 people\*/.exec(text)?.[1])).toEqual(['1 to 25', '26 to 30']);
  for (let i = 0; i < 30; i++)
    expect(replies.map(({ text }) => text).join('\n')).toContain(`\`p${i}@partner.example\``);
});

test('of a batch that did not get into the thread, everybody is in the message', async () => {
  const { id, ts } = await bot.request({
    people: [],
    others: others('q'),
  });
  await bot.approve('U0KEN', ts);
  await approvedFor(id);
  bot.world.slack.answerNext('chat.postMessage', { status: 503 });
  await bot.ended(id);
  const post = await bot.post(id, isOver);
  const replies = (await bot.as('U0KEN').messagesIn(CHANNEL)).filter(({ thread_ts }) => thread_ts === ts);
  const told = [post, ...replies].map(({ text }) => text).join('\n');
  for (let i = 0; i < 30; i++) expect(told).toContain(`\`q${i}@partner.example\``);
});

test('kill -9 after Slack has taken the list of a batch: it is in the thread once', async () => {
  const { id, ts } = await bot.request({ people: [], others: others('r') });
  await bot.approve('U0KEN', ts);
  await approvedFor(id);
  await bot.killAtEachPost(2, async () => {});
  await bot.ended(id);
  const replies = (await bot.as('U0KEN').messagesIn(CHANNEL)).filter(({ thread_ts }) => thread_ts === ts);
  expect(replies.map(({ text }) => /\*(.+) of 30 people\*/.exec(text)?.[1])).toEqual(['1 to 25', '26 to 30']);
});
