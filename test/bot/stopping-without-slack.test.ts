import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import type { Outage } from '../../sandbox/misbehaving/line.ts';
import { useWorld } from './world.ts';

const bot = useWorld();

test.each<Outage>(['refuses', 'silent'])(
  'asked to stop while Slack is away and %s, a bot with nothing in hand leaves at once, and in order',
  async (outage) => {
    const { slack } = bot.world;
    await until('both connections', () => slack.seen.connections() === 2);
    const back = slack.away(outage);
    await until('no connection', () => slack.seen.connections() === 0);
    const began = performance.now();
    bot.world.bot.process.kill('SIGTERM');
    expect(await bot.world.bot.exited).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    back();
    await bot.startAgain();
  },
);
