import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { en } from '../../src/messages/words/en.ts';
import { halfTime, renewed, tokenIn } from './buttons.ts';
import { CHANNEL, useWorld } from './world.ts';

const bot = useWorld();
const NOT_APPROVER = en.refusal['not-approver'];

/** What Hiro alone sees of an answer, each with the thread that it stands in. */
const whispered = async () =>
  (await bot.as('U0HIRO').messagesIn(CHANNEL))
    .filter(({ ephemeral }) => ephemeral)
    .map(({ text, thread_ts }) => ({ text, thread_ts }));

test('an answer for one person alone, which Slack refuses in the channel, goes to them directly', async () => {
  const { ts } = await bot.request();
  bot.world.slack.answerNext('chat.postEphemeral', { error: 'user_not_in_channel' });
  await bot.approve('U0HIRO', ts);
  await until('the same words in a direct message', async () =>
    (await bot.as('U0HIRO').dm()).messages.find(({ text }) => text === NOT_APPROVER),
  );
  expect(await whispered()).toEqual([]);
});

test('a click on a message with a thread is answered there, too: nobody knows from which of the two it came', async () => {
  const { id, ts } = await bot.request();
  const old = tokenIn(await bot.open(id));
  await halfTime(bot, id);
  await renewed(bot, id, old);
  await bot.approve('U0HIRO', ts);
  await until('both answers', async () => (await whispered()).length === 2);
  expect(await whispered()).toEqual(
    expect.arrayContaining([
      { text: NOT_APPROVER, thread_ts: ts },
      { text: NOT_APPROVER, thread_ts: undefined },
    ]),
  );
});
