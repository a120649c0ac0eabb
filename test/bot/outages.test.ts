import { test, vi } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import type { Outage } from '../../sandbox/misbehaving/line.ts';
import { eightPeople, expectToldOnce, taskOf } from './told-once.ts';
import { useWorld } from './world.ts';

// The clocks are short: a message is hidden for one second instead of 30, and a step is tried again after half a second instead of
// minutes. So these six seconds are three minutes.
const bot = useWorld({ aws: { visibilityTimeout: 1, retryDelay: 500 } });
const OUTAGE_MS = 6_000;
vi.setConfig({ testTimeout: 60_000 });

/** Something is away for a while, from the moment when the new people are to be told. */
async function awayWhileTelling(account: string, takeAway: () => () => void, mails = 1): Promise<void> {
  const people = eightPeople(account);
  const { id, ts } = await bot.request(people.form);
  await bot.approve('U0KEN', ts);
  await taskOf(bot, id, 'deliver');
  const back = takeAway();
  const began = Date.now();
  await until('the end of the outage', () => Date.now() - began > OUTAGE_MS);
  back();
  await expectToldOnce(bot, id, people, mails);
}

test.each<[string, Outage, string]>([
  ['states', 'refuses', '111122223333'],
  ['states', 'silent', '111122224444'],
  ['sqs', 'refuses', '222233335555'],
  ['sqs', 'unavailable', '333344446666'],
])(
  '%s is away and %s, for minutes: nobody is lost, and nobody is told falsely or twice',
  async (service, outage, account) => {
    // Whoever mails when SQS goes away cannot hold the message, and SES takes a mail that is sent again: the newest password works.
    const mails = service === 'sqs' ? 2 : 1;
    await awayWhileTelling(account, () => bot.world.aws.away(service, outage), mails);
  },
);

test.each<[Outage, string]>([
  ['refuses', '444455557777'],
  ['silent', '444455556666'],
])(
  'Slack is away and %s, for minutes: nobody is lost, and nobody is told falsely or twice',
  async (outage, account) => {
    await awayWhileTelling(account, () => bot.world.slack.away(outage));
  },
);
