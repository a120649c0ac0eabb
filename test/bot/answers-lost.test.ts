import { onTestFinished, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { createChance } from '../../sandbox/organization/invented/chance.ts';
import { eightPeople, expectToldOnce } from './told-once.ts';
import { hasButton, useWorld } from './world.ts';

const bot = useWorld({ aws: { visibilityTimeout: 1, retryDelay: 200 } });

const dice = (seed: number) => {
  const chance = createChance(seed);
  return () => chance.below(1_000_000) / 1_000_000;
};

/** Clicks until the buttons are gone: of a click whose answer was lost it is not known whether it counted. */
async function approved(id: string, ts: string): Promise<void> {
  await until('the decision', async () => {
    const { blocks } = await bot.post(id);
    if (!hasButton('approve')(JSON.stringify(blocks))) return true;
    await bot.approve('U0KEN', ts);
    return false;
  });
}

test.each([
  [
    'Step Functions',
    '111122223333',
    () => bot.world.aws.disturb('states', { lost: 0.15, cutOff: 0.1, random: dice(1) }),
    1,
  ],
  ['SQS', '111122224444', () => bot.world.aws.disturb('sqs', { lost: 0.15, cutOff: 0.1, random: dice(2) }), 2],
  ['Slack', '222233335555', () => bot.world.slack.disturb({ lost: 0.15, cutOff: 0.1, random: dice(3) }), 1],
  ['SES', '333344446666', () => bot.world.aws.disturb('ses', { lost: 0.15, cutOff: 0.1, random: dice(4) }), 9],
])(
  'a quarter of all answers of %s is lost or cut off: nobody is lost, and nobody is told falsely or twice',
  async (_what, account, disturb, mails) => {
    // Whoever clicks meanwhile may hear that something went wrong.
    bot.expectTrouble();
    const people = eightPeople(account);
    const { id, ts } = await bot.request(people.form);
    const enough = disturb();
    onTestFinished(enough);
    await approved(id, ts);
    await bot.ended(id).catch(() => bot.ended(id));
    enough();
    await expectToldOnce(bot, id, people, mails);
  },
);
