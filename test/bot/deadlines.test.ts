import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { halfTime, renewed, tokenIn } from './buttons.ts';
import { CHANNEL, useWorld } from './world.ts';

const bot = useWorld({ policy: (text) => text.replace('claimWithin: 7d', 'claimWithin: 1s') });

test('a request that nobody decides expires: the buttons go, the requester hears of it, and a late click is told', async () => {
  const { id, ts } = await bot.request();
  const first = tokenIn(await bot.open(id));
  await halfTime(bot, id);
  await renewed(bot, id, first);
  bot.world.aws.runOut(id);
  await bot.ended(id);
  await bot.post(id, (text) => text.includes('Nobody decided in time') && !text.includes('"approve"'));
  expect((await bot.as('U0AIKO').dm()).messages.at(-1)?.text).toContain('Nobody decided on your request');

  await bot.as('U0KEN').click(CHANNEL, ts, 'approve', { stale: true });
  expect(await bot.ephemeral('U0KEN', (text) => text.includes('its time is over'))).toBeDefined();
  expect(await bot.users()).toEqual([]);
});

test('a password that nobody fetches in time cannot be fetched any more', async () => {
  await bot.onboard({ people: ['U0LENA'] });
  const { channel, ts } = await bot.welcome('U0LENA');
  await until('the end of the time to fetch it', async () => {
    const lena = (await bot.users()).find(({ userName }) => userName === 'lena@kumoworks.example');
    return Date.parse(lena?.tags['onboarding:claim-until'] ?? '') < Date.now();
  });
  await bot.as('U0LENA').click(channel, ts, 'show-password');
  await bot.modal('U0LENA', (text) => text.includes('The time to fetch this password is over'));
});
