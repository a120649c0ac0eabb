import { expect, test } from 'vitest';
import { useWorld } from './world.ts';

const bot = useWorld();

test('who has not confirmed their address does not decide: Slack lets anybody type it', async () => {
  const { ts } = await bot.request();
  bot.world.slack.changePerson('U0KEN', { unconfirmed: true });
  await bot.approve('U0KEN', ts);
  expect(await bot.ephemeral('U0KEN')).toMatch(/no confirmed e-mail address for you/);
  bot.world.slack.changePerson('U0KEN', { unconfirmed: undefined });
});

test('somebody typed by an address that a member has not confirmed is nobody in Slack', async () => {
  bot.world.slack.changePerson('U0YUKI', { unconfirmed: true });
  const email = bot.world.slack.look.people.find('U0YUKI').email;
  const { shown } = await bot.submit('U0AIKO', { people: [], others: email });
  expect(shown.errors?.others).toContain(email);
  bot.world.slack.changePerson('U0YUKI', { unconfirmed: undefined });
});

test('nor do they ask: of an address that is not theirs it could not be told who approves for themselves', async () => {
  bot.world.slack.changePerson('U0LENA', { unconfirmed: true });
  const { text } = await bot.as('U0LENA').command();
  expect(text).toMatch(/no confirmed e-mail address for you/);
  bot.world.slack.changePerson('U0LENA', { unconfirmed: undefined });
});
