import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { CHANNEL, useWorld } from './world.ts';

const bot = useWorld();

/** What `/onboard help` says to somebody of their own access, below how it goes. */
async function helpOf(user: string): Promise<string> {
  const before = (await bot.as(user).messagesIn(CHANNEL)).length;
  await bot.as(user).command('help', { channel: CHANNEL });
  return until('the second answer', async () => {
    const later = (await bot.as(user).messagesIn(CHANNEL)).slice(before);
    return later.length >= 2 && later.map(({ text }) => text).join('\n');
  });
}

test('who was given nothing is told so, and what to do about a message that says otherwise', async () => {
  expect(await helpOf('U0HIRO')).toContain('*You were not given any access recently*');
});

test('what was given is named, with who asked and who approved; what is open, too; and nothing of others', async () => {
  await bot.onboard({ people: ['U0MARIA'], profile: 'developer' });
  await bot.onboard({ people: ['U0YUKI'], profile: 'developer' });
  const { id } = await bot.request({ people: ['U0MARIA'], profile: 'cloud-viewer' });
  const text = await helpOf('U0MARIA');
  expect(text).toContain('`Developer` in `payments-dev` (111122223333): asked for by <@U0AIKO>');
  expect(text).toContain('approved by <@U0KEN>');
  // Older access may be as real: only so many requests are looked at.
  expect(text).toContain('I looked at the newest 40 requests.');
  expect(text).toMatch(/nobody has decided yet\*\n• `Cloud viewer`/);
  expect(text.match(/asked for by/g)).toHaveLength(2);
  expect(id).not.toBe('');
});
