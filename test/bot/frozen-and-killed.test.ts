import { onTestFinished, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { createChance } from '../../sandbox/organization/invented/chance.ts';
import { eightPeople, expectToldOnce, taskOf } from './told-once.ts';
import { useWorld } from './world.ts';

// A message is hidden for one second: whoever is frozen for two has lost what they held.
const bot = useWorld({ aws: { visibilityTimeout: 1, retryDelay: 200 } });

type Chance = ReturnType<typeof createChance>;

/** From the approval on, does something again and again, at moments that chance chooses, until the request has ended. */
async function meanwhile(id: string, ts: string, seed: number, act: (chance: Chance) => Promise<void>): Promise<void> {
  // Slack takes its time, so that there are moments in which a message is on its way.
  const hurry = bot.world.slack.disturb({ slow: 0.8, slowBy: 300, only: ['chat.postMessage', 'chat.update'] });
  onTestFinished(hurry);
  const chance = createChance(seed);
  const isOver = async () => (await bot.executions()).some(({ name, status }) => name === id && status !== 'RUNNING');
  await bot.approve('U0KEN', ts);
  // Whoever was clicked has answered: of one that is frozen in that moment the click is lost, and that is not what this is about.
  await taskOf(bot, id, 'look-again');
  while (!(await isOver())) await act(chance);
  hurry();
}

const passed = async (ms: number): Promise<void> => {
  const began = Date.now();
  await until(`${ms} ms`, () => Date.now() - began >= ms);
};

test('of three bots two are frozen again and again, for longer than they hold a message: nobody is told twice', {
  timeout: 60_000,
}, async () => {
  const people = eightPeople('111122223333');
  const { id, ts } = await bot.request(people.form);
  const others = await Promise.all([bot.world.startBot(), bot.world.startBot()]);
  onTestFinished(async () => void (await Promise.all(others.map((other) => other.stop()))));
  await meanwhile(id, ts, 1, async (chance) => {
    const frozen = chance.oneOf(others);
    await passed(chance.below(200));
    frozen.freeze();
    await passed(1_500);
    frozen.thaw();
  });
  await expectToldOnce(bot, id, people, 9);
});

test('a bot that is killed again and again, as by a task that it does not survive: nobody is lost', {
  timeout: 60_000,
}, async () => {
  const people = eightPeople('222233335555');
  const { id, ts } = await bot.request(people.form);
  let kills = 0;
  await meanwhile(id, ts, 3, async (chance) => {
    await passed(200 + chance.below(400));
    if (kills++ >= 3) return;
    bot.world.bot.process.kill('SIGKILL');
    await bot.world.bot.exited;
    bot.world.bot = await bot.world.startBot();
  });
  await expectToldOnce(bot, id, people, 9);
});
