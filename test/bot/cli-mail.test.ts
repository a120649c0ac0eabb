import { expect, test } from 'vitest';
import { readConfig } from '../../src/methods/identity-center/cli/config-text.ts';
import { openCli, profileText, SESSION_TEXT, saidIn } from './cli.ts';
import { ask, SEARCH, useCenter } from './identity-center.ts';
import { DEV } from './world.ts';

const bot = useCenter();
const SAM = 'sam.lee@partner.example';
const TOKYO = '444455556666';
const others = `sam.lee Sam Lee <${SAM}>`;

async function newestMail(address = SAM): Promise<{ text: string; html: string }> {
  const mail = (await bot.mails()).findLast(({ to }) => to.includes(address));
  if (!mail) throw new Error(`${address} got no mail.`);
  return mail;
}

/** What stands in a mail to be copied. */
const copiesIn = (html: string): string[] =>
  [...html.matchAll(/<pre[^>]*>([^<]*)<\/pre>/g)].map(([, text = '']) => text);

test('who is not in Slack has the configuration in their mail, as text and to be copied', async () => {
  await ask(bot, { accounts: [DEV, SEARCH], people: [], others });
  const { text, html } = await newestMail();
  const config = [SESSION_TEXT, profileText('payments-dev', DEV), profileText('search-dev', SEARCH)].join('\n\n');
  expect(text).toContain(`\n\n${config}\n\n`);
  expect(copiesIn(html)[0]).toBe(config);
  expect(readConfig(copiesIn(html)[0] ?? '')).toHaveLength(3);
  expect(copiesIn(html)[1]).toBe(
    [
      'aws sso login --sso-session kumoworks',
      'aws sts get-caller-identity --profile payments-dev-Developer-111122223333',
      'aws s3 ls --profile payments-dev-Developer-111122223333',
    ].join('\n'),
  );
  // There are no buttons in a mail.
  expect(text).not.toMatch(/Everything you have now|As commands|`|\*/);
});

test('a later mail has the new profile, and the session apart for whom it is missing', async () => {
  await ask(bot, { accounts: [TOKYO], people: [], others });
  const { text, html } = await newestMail();
  expect(copiesIn(html).slice(0, 2)).toEqual([profileText('sandbox-tokyo', TOKYO), SESSION_TEXT]);
  expect(text).toContain('Put this below what is in your file ~/.aws/config');
  expect(text).toContain('Only if there is no [sso-session kumoworks] in it yet, put this there, too:');
});

test('of groups alone the mail has the session, and the answers to `aws configure sso`, which lists the accounts', async () => {
  await ask(bot, { profile: 'engineering', accounts: [], people: [], others: 'kim Kim Doe <kim@partner.example>' });
  const { text, html } = await newestMail('kim@partner.example');
  expect(copiesIn(html)).toEqual([SESSION_TEXT, 'aws sso login --sso-session kumoworks']);
  expect(text).toContain('The accounts that your groups open are not in it.');
  expect(text).toContain('For accounts that are not in it, run aws configure sso.');
  expect(text).toContain('1. SSO session name (Recommended) → kumoworks\n2. SSO start URL → https://kumoworks.awsapps');
});

test('while AWS is still preparing all of it, the window says so and what to do', async () => {
  bot.world.aws.identityCenter.plan({ outcome: 'hangs' });
  await ask(bot, { accounts: [DEV], people: ['U0OMAR'] });
  const view = await openCli(bot, 'U0OMAR');
  expect(saidIn(view)).toBe(
    'There is nothing to set up yet: AWS is still preparing your account. Try again in a few minutes.',
  );
  expect(JSON.stringify(view)).toContain('"action_id":"cli-everything"');
});

test('at the console of an account there is something to know, and no key', async () => {
  await bot.onboard({ people: ['U0MARIA'] });
  const view = await openCli(bot, 'U0MARIA');
  expect(saidIn(view)).toContain('`aws login` opens the sign-in of the console in your browser');
  expect(saidIn(view)).toContain('There are no access keys, and you cannot create any');
});
