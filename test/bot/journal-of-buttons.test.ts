import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { journalOf } from './journal-of.ts';
import { DEV, useWorld } from './world.ts';

const bot = useWorld();
const { lines, line, samples } = journalOf(bot);

test('whoever clicks for what is another’s is refused, and that is told', async () => {
  const { id } = await bot.onboard({ people: ['U0MARIA'] });
  const userName = 'maria@kumoworks.example';
  const Tags = [
    { Key: 'onboarding:request', Value: id },
    { Key: 'onboarding:claimant', Value: 'U0KEN' },
    { Key: 'onboarding:claim', Value: 'open' },
  ];
  bot.world.aws.asAdmin(DEV, 'removeUserFromGroup', { UserName: userName, GroupName: 'Developers' });
  bot.world.aws.asAdmin(DEV, 'detachUserPolicy', {
    UserName: userName,
    PolicyArn: 'arn:aws:iam::aws:policy/IAMUserChangePassword',
  });
  bot.world.aws.asAdmin(DEV, 'deleteUser', { UserName: userName });
  bot.world.aws.asAdmin(DEV, 'createUser', { UserName: userName, Path: '/onboarded/', Tags });
  const { channel, ts } = await bot.welcome('U0MARIA');
  await bot.as('U0MARIA').click(channel, ts, 'show-password');
  await line(id, { audit: 'refused', tried: 'show-password', by: 'U0MARIA', rule: 'not-theirs' });
});

test('a listener that fails is in the log with the request that it was about', async () => {
  bot.expectTrouble();
  const { id } = await bot.onboard({ people: ['U0HIRO'] });
  bot.world.aws.failNext('iam:getUser', 'Iam.InvalidInputException', 1);
  const { channel, ts } = await bot.welcome('U0HIRO');
  await bot.as('U0HIRO').click(channel, ts, 'show-password');
  await line(id, { audit: 'password-failed', error: 'IssueFailed' });
  await until('the failure', () => lines().find(({ msg, request }) => msg === 'a listener failed' && request === id));
});

test('answers that ask to slow down are counted by service, even if the SDK tries again by itself', async () => {
  const before = await samples();
  bot.world.aws.failNext('ses:SendEmail', 'Throttling', 2);
  const { id, ts } = await bot.request({ people: ['U0OMAR'], others: 'kim2 kim2@partner.example' });
  bot.world.slack.answerNext('chat.postMessage', { status: 429, retryAfter: 1 }, 1);
  await bot.approve('U0KEN', ts);
  await bot.ended(id);
  const after = await samples();
  const rise = (name: string) => (after[name] ?? 0) - (before[name] ?? 0);
  expect(rise('boarding_pass_throttled_total{service="ses"}')).toBe(2);
  expect(rise('boarding_pass_throttled_total{service="slack"}')).toBe(1);
  expect(rise('boarding_pass_throttled_total{service="sfn"}')).toBe(0);
});
