import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { useWorld } from './world.ts';

const bot = useWorld();

test.each([
  ['MailFromDomainNotVerified', 'fix the MX record of the custom MAIL FROM domain'],
  ['AccessDenied', 'let the role boarding-pass-bot send from it'],
  ['AccountSendingPausedException', 'enable sending again'],
])(
  'where SES does not send for us (%s), the log has the remedy, and the mail goes when it is mended',
  async (code, remedy) => {
    const email = `${code.toLowerCase()}@partner.example`;
    bot.world.aws.failNext('ses:SendEmail', code);
    const { people } = await bot.onboard({ people: [], others: email });
    expect(people).toMatchObject([{ status: 'told' }]);
    await until('the mail', async () => (await bot.mails()).some(({ to }) => to.includes(email)));
    const lines = bot
      .log()
      .split('\n')
      .filter((line) => line.includes('task failed: MailNotSent'));
    expect(lines.at(-1)).toContain(remedy);
    expect(lines.at(-1)).not.toContain(email);
  },
);

/** As SES words it. */
const unverified = (identity: string) =>
  `Email address is not verified. The following identities failed the check in region EU-WEST-1: ${identity}`;

test('an address of ours that is not verified any more is not the recipient’s fault', async () => {
  const cause = unverified('boarding-pass@kumoworks.example');
  bot.world.aws.failNext('ses:SendEmail', 'MessageRejected', 1, { cause });
  const { people } = await bot.onboard({ people: [], others: 'kim@partner.example' });
  expect(people).toMatchObject([{ status: 'told' }]);
  expect(bot.log()).toContain('verify the sender’s address or its domain');
});

test('an address of theirs to which SES does not send is', async () => {
  const email = 'lee@partner.example';
  bot.world.aws.failNext('ses:SendEmail', 'MessageRejected', 1, { cause: unverified(email) });
  const { people } = await bot.onboard({ people: [], others: email });
  expect(people).toMatchObject([{ error: 'MailRejected' }]);
});
