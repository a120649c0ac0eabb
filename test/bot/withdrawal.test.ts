import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import type { SeenMessage } from '../../sandbox/slack/seen.ts';
import { hasButton, useWorld } from './world.ts';

const bot = useWorld();

/** The requester's newest message with the button. */
const withdrawable = (who: string): Promise<{ dm: string; message: SeenMessage }> =>
  until('the button to withdraw', async () => {
    const { id, messages } = await bot.as(who).dm();
    const message = messages.findLast(({ blocks }) => hasButton('withdraw')(JSON.stringify(blocks)));
    return message && { dm: id, message };
  });

test('the requester withdraws: both messages say so, the buttons go, and nothing is created', async () => {
  const { id } = await bot.request();
  const { dm, message } = await withdrawable('U0AIKO');
  await bot.as('U0AIKO').click(dm, message.ts, 'withdraw');
  expect(await bot.ended(id)).toMatchObject({ output: { outcome: 'withdrawn', decidedBy: 'U0AIKO' } });

  const post = await bot.post(id, (text) => text.includes('Withdrawn by <@U0AIKO>'));
  expect(hasButton('approve')(JSON.stringify(post.blocks))).toBe(false);
  const told = (await bot.as('U0AIKO').dm()).messages.find(({ ts }) => ts === message.ts);
  expect(told?.text).toContain('You withdrew your request');
  expect(hasButton('withdraw')(JSON.stringify(told?.blocks))).toBe(false);
  expect(await bot.users()).toEqual([]);
});

test('who withdraws after the decision is told that it was decided, and the approval holds', async () => {
  const { id, ts } = await bot.request({ people: ['U0LENA'] });
  const { dm, message } = await withdrawable('U0AIKO');
  await bot.approve('U0KEN', ts);
  await bot.post(id, (text) => text.includes('Approved by'));
  await bot.as('U0AIKO').click(dm, message.ts, 'withdraw', { stale: true });
  await until('words for Aiko', async () =>
    (await bot.as('U0AIKO').dm()).messages.find(
      ({ ephemeral, text }) => ephemeral && text.includes('already been decided'),
    ),
  );
  expect(await bot.ended(id)).toMatchObject({ output: { outcome: 'boarded' } });
  expect((await bot.as('U0AIKO').dm()).messages.find((one) => one.ts === message.ts)?.blocks).not.toContainEqual(
    expect.objectContaining({ type: 'actions' }),
  );
});
