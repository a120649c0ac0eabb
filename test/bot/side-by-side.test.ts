import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { CHANNEL, useWorld } from './world.ts';

const bot = useWorld();
const lookUps = () => bot.world.slack.seen.calls().filter(({ method }) => method === 'users.info').length;

test('who clicks is looked up once, for what they may do and for the language in which they are told', async () => {
  const { ts } = await bot.request();
  const before = lookUps();
  await bot.as('U0HIRO').click(CHANNEL, ts, 'approve');
  const whispered = async () => (await bot.as('U0HIRO').messagesIn(CHANNEL)).find(({ ephemeral }) => ephemeral);
  expect((await until('the refusal', whispered)).text).toContain('approver');
  expect(lookUps()).toBe(before + 1);
});
