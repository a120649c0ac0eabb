import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import type { SeenMessage } from '../../sandbox/slack/seen.ts';
import { halfTime, renewed, tokenIn } from './buttons.ts';
import { CHANNEL, hasButton, useWorld } from './world.ts';

const bot = useWorld();

/** The requester's message with the button to withdraw it. */
const withdrawable = (id: string): Promise<SeenMessage> =>
  until('the button to withdraw', async () =>
    (await bot.as('U0AIKO').dm()).messages.find(({ blocks }) => {
      const text = JSON.stringify(blocks);
      return text.includes(id) && hasButton('withdraw')(text);
    }),
  );

const thread = async (ts: string) =>
  (await bot.as('U0KEN').messagesIn(CHANNEL)).filter(({ thread_ts }) => thread_ts === ts);

test('at half time the approvers are reminded where everybody sees it, and all buttons go on working', async () => {
  const { id, ts } = await bot.request({ people: ['U0OMAR'] });
  const { ts: sent } = await withdrawable(id);
  const old = tokenIn(await bot.open(id));
  await halfTime(bot, id);
  const post = await renewed(bot, id, old);
  const [reminder, ...more] = await thread(ts);
  expect(reminder).toMatchObject({
    broadcast: true,
    text: expect.stringMatching(/<!subteam\^S0PLATFORM>: .*<@U0AIKO>/),
  });
  expect(more).toEqual([]);
  await until('the new button to withdraw', async () => tokenIn(await withdrawable(id)) === tokenIn(post));

  await bot.approve('U0KEN', ts);
  expect(await bot.ended(id)).toMatchObject({ output: { outcome: 'boarded' } });
  expect((await bot.as('U0AIKO').dm()).messages.find((message) => message.ts === sent)?.text).toContain('See below');
});

test('while Slack asks to wait, the reminder and the buttons come later, but they come', async () => {
  const { id, ts } = await bot.request({ people: ['U0HIRO'] });
  const old = tokenIn(await withdrawable(id));
  bot.world.slack.answerNext('chat.postMessage', { status: 429, retryAfter: 1 }, 2);
  bot.world.slack.answerNext('chat.update', { status: 429, retryAfter: 1 });
  await halfTime(bot, id);
  const post = await renewed(bot, id, old);
  await until('the new button to withdraw', async () => tokenIn(await withdrawable(id)) === tokenIn(post));
  expect(await thread(ts)).toHaveLength(1);
  await bot.approve('U0KEN', ts);
  expect(await bot.ended(id)).toMatchObject({ output: { outcome: 'boarded' } });
});

test('kill -9 after Slack has taken the reminder: it is not posted again, and new buttons come', async () => {
  const { id, ts } = await bot.request({ people: ['U0YUKI'] });
  const old = tokenIn(await bot.open(id));
  await bot.killAtEachPost(1, () => halfTime(bot, id));
  const post = await renewed(bot, id, old);
  expect(await thread(ts)).toHaveLength(1);
  await until('the new button to withdraw', async () => tokenIn(await withdrawable(id)) === tokenIn(post));
});

test('approved while Slack is slow with the requester’s message: no button to withdraw is left', async () => {
  const { id, ts } = await bot.request({ people: ['U0LENA'] });
  const { ts: sent } = await withdrawable(id);
  const old = tokenIn(await bot.open(id));
  bot.world.slack.answerNext('chat.update', { none: true });
  const late = bot.world.slack.hold('chat.update');
  await halfTime(bot, id);
  await renewed(bot, id, old);
  await late.reached;
  await bot.approve('U0KEN', ts);
  await bot.ended(id);
  const edits = () => bot.world.slack.seen.calls().filter(({ method }) => method === 'chat.update').length;
  const before = edits();
  late.release();
  await until('an edit after the late one', () => edits() > before);
  await until('no button', async () => {
    const message = (await bot.as('U0AIKO').dm()).messages.find((one) => one.ts === sent);
    return !hasButton('withdraw')(JSON.stringify(message?.blocks));
  });
});
