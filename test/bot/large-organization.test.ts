import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { enlarged } from '../../sandbox/organization/enlarged.ts';
import { kumoworks } from '../../sandbox/organization/kumoworks.ts';
import { goodForm, useWorld } from './world.ts';

const bot = useWorld({ organization: enlarged(kumoworks, { accounts: 240, people: 2_000 }) });

test('invented accounts are found by name, unit and id', async () => {
  const { id } = await bot.openForm(bot.as('U0AIKO'));
  const found = async (text: string) =>
    (await bot.as('U0AIKO').suggest(id, text)).options?.map(({ text }) => text.text);
  expect(await found('checkout-dev')).toEqual([expect.stringMatching(/^checkout-dev \(\d{12}\)$/)]);
  expect((await found('commerce / checkout / production'))?.length).toBeGreaterThan(10);
  expect(await found('commerce / checkout / production web tokyo')).toEqual([
    expect.stringMatching(/^checkout-web-tokyo-prod /),
  ]);
});

test('the menu names a hundred accounts and says how many more there are', async () => {
  const { id } = await bot.openForm(bot.as('U0AIKO'));
  const { option_groups } = await bot.as('U0AIKO').suggest(id, '');
  expect(option_groups?.[0]?.options).toHaveLength(100);
  expect(option_groups?.[0]?.label.text).toMatch(/^The best 100; \d+ more/);
});

test('somebody with a name of 250 characters, one from right to left, and emoji are onboarded', async () => {
  const people = ['U0P00000', 'U0P00002', 'U0P00004', 'U0P00005'];
  const { id } = await bot.openForm(bot.as('U0AIKO'));
  await bot.as('U0AIKO').suggest(id, 'payments-dev');
  const shown = await bot.as('U0AIKO').submit(id, { ...goodForm, people });
  expect(shown).toEqual({});
  const { ts } = await bot.open(id);
  await bot.approve('U0KEN', ts);
  await bot.ended(id);
  await until('four users', async () => (await bot.users()).length === 4);
});
