import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { cliMessage, cliWindow, copiesIn, openCli, pressInCli, profileText, SESSION_TEXT, saidIn } from './cli.ts';
import { ask, SEARCH, useCenter } from './identity-center.ts';
import { journalOf } from './journal-of.ts';
import { CHANNEL, DEV, hasButton } from './world.ts';

const bot = useCenter();
const { line, lines, samples } = journalOf(bot);
const TOKYO = '444455556666';
const FIRST = [profileText('payments-dev', DEV), profileText('search-dev', SEARCH)];

test('the first delivery: the window has the session and a profile for each account, and what to do with them', async () => {
  const { id } = await ask(bot, { accounts: [DEV, SEARCH], people: ['U0YUKI'] });
  const view = await openCli(bot, 'U0YUKI');
  const [config, commands] = copiesIn(view);
  expect(config).toBe([SESSION_TEXT, ...FIRST].join('\n\n'));
  expect(commands?.split('\n')).toEqual([
    'aws sso login --sso-session kumoworks',
    'aws sts get-caller-identity --profile payments-dev-Developer-111122223333',
    'aws s3 ls --profile payments-dev-Developer-111122223333',
  ]);
  expect(saidIn(view)).toContain(
    '1. `SSO session name (Recommended)` → `kumoworks`\n2. `SSO start URL` → `https://kumo',
  );
  expect(saidIn(view)).toContain('Put this into the file `~/.aws/config`');
  // By the id that nobody gets twice: of whoever has their address later nothing is told.
  const user = [...bot.world.aws.look.identityCenter.users.values()].find(
    ({ email }) => email?.Value === 'yuki@kumoworks.example',
  );
  expect((await cliMessage(bot, 'U0YUKI')).kept.userId).toBe(user?.userId);
  await line(id, { audit: 'cli-shown', by: 'U0YUKI', what: 'delivered', form: 'file' });
  expect((await samples())['boarding_pass_cli_windows_total{what="delivered",form="file"}']).toBe(1);
});

test('the same as commands lies on top, and leads back', async () => {
  const below = await bot.as('U0YUKI').modal();
  await pressInCli(bot, 'U0YUKI', 'cli-commands');
  const view = await cliWindow(bot, 'U0YUKI', ({ id }) => id !== below?.id);
  const [session, profiles] = copiesIn(view);
  expect(session?.split('\n')).toEqual([
    'aws configure set --sso-session kumoworks sso_start_url https://kumoworks.awsapps.com/start',
    'aws configure set --sso-session kumoworks sso_region eu-west-1',
    'aws configure set --sso-session kumoworks sso_registration_scopes sso:account:access',
  ]);
  const name = 'payments-dev-Developer-111122223333';
  expect(profiles).toContain(`aws configure set --profile ${name} sso_account_id 111122223333\n`);
  expect(saidIn(view)).toContain('`aws configure sso-session` instead, and answer `kumoworks`, `https://kumoworks.aws');
});

test('a later delivery has the new profile alone, since a section that is there twice breaks every command', async () => {
  await ask(bot, { accounts: [TOKYO, DEV], people: ['U0YUKI'] });
  const view = await openCli(bot, 'U0YUKI', (said) => said.includes('Put this below'));
  expect(copiesIn(view)[0]).toBe(profileText('sandbox-tokyo', TOKYO));
  expect(JSON.stringify(copiesIn(view))).not.toContain('sso_start_url');
  expect(saidIn(view)).toContain(
    'Your `[sso-session kumoworks]` stays as it is. You have none? Take *Everything you have',
  );
});

test('everything they have now is asked of AWS and shown whole, as text and as commands', async () => {
  await pressInCli(bot, 'U0YUKI', 'cli-everything');
  const view = await cliWindow(bot, 'U0YUKI', (each) =>
    saidIn(each).includes('it replaces your earlier configuration'),
  );
  const sections = copiesIn(view)[0]?.split('\n\n') ?? [];
  expect(sections[0]).toBe(SESSION_TEXT);
  expect(sections.slice(1).toSorted()).toEqual([...FIRST, profileText('sandbox-tokyo', TOKYO)].toSorted());
  await line(undefined, { audit: 'access-shown', by: 'U0YUKI', profile: 'cloud-developer' });

  await pressInCli(bot, 'U0YUKI', 'cli-commands');
  const commands = await cliWindow(bot, 'U0YUKI', (each) => saidIn(each).includes('Run these'));
  expect(
    copiesIn(commands)
      .join('\n')
      .match(/ sso_role_name Developer$/gm),
  ).toHaveLength(3);
});

/** Presses the button below the second answer to `/onboard help`. */
async function askForHelp(user: string): Promise<void> {
  const channel = 'C0GENERAL';
  await bot.as(user).command('help', { channel });
  const answer = await until('the second answer', async () =>
    (await bot.as(user).messagesIn(channel)).findLast(({ blocks }) =>
      hasButton('cli-everything')(JSON.stringify(blocks)),
    ),
  );
  await bot.as(user).click(channel, answer.ts, 'cli-everything');
}

test('below the answer to /onboard help is the way to the same window', async () => {
  const before = await bot.as('U0YUKI').modal();
  await askForHelp('U0YUKI');
  const view = await cliWindow(bot, 'U0YUKI', (each) => each.id !== before?.id && copiesIn(each).length > 0);
  expect(saidIn(view)).toContain('This is everything you have now');
});

/** What somebody else could get from the bot's hand. */
function asBot(): WebClient {
  const { SLACK_API_URL: slackApiUrl = '', SLACK_BOT_TOKEN: token } = bot.world.slack.environment(bot.world.url);
  return new WebClient(token, { slackApiUrl });
}

/** The constant answer, which tells nobody why. */
const NOTHING = 'I cannot find any access of yours here.';

test('whoever presses another’s button reads one answer, and that is told', async () => {
  const { blocks, kept } = await cliMessage(bot, 'U0YUKI');
  const copy = await asBot().chat.postMessage({ channel: CHANNEL, text: 'x', blocks });
  await bot.as('U0KEN').click(CHANNEL, copy.ts ?? '', 'set-up-cli');
  const view = await cliWindow(bot, 'U0KEN', (each) => saidIn(each).startsWith(NOTHING));
  expect(copiesIn(view)).toEqual([]);
  expect(JSON.stringify(view)).not.toContain('cli-everything');
  await line(kept.request, { audit: 'refused', tried: 'set-up-cli', by: 'U0KEN', rule: 'not-theirs' });
});

test('who is not in Identity Center under their address reads the same answer', async () => {
  await askForHelp('U0HIRO');
  await cliWindow(bot, 'U0HIRO', (each) => saidIn(each).startsWith(NOTHING));
  await line(undefined, { audit: 'access-refused', by: 'U0HIRO', profile: 'cloud-developer' });
});

test('whoever is of another workspace reads the same answer, whatever address they have there', async () => {
  bot.world.slack.changePerson('U0OTHER', { email: 'yuki@kumoworks.example' });
  const value = JSON.stringify({ kind: 'everything', profileId: 'cloud-developer' });
  const text = { type: 'plain_text' as const, text: 'x' };
  const blocks = [
    { type: 'actions' as const, elements: [{ type: 'button' as const, action_id: 'cli-everything', text, value }] },
  ];
  const { channel = '', ts = '' } = await asBot().chat.postMessage({ channel: CHANNEL, text: 'x', blocks });
  await bot.as('U0OTHER').click(channel, ts, 'cli-everything');
  await cliWindow(bot, 'U0OTHER', (each) => saidIn(each).startsWith(NOTHING));
});

test('of groups alone AWS is asked at once which accounts they open', async () => {
  await ask(bot, { profile: 'engineering', accounts: [], people: ['U0OMAR'] });
  const view = await openCli(bot, 'U0OMAR', (said) => said.includes('This is everything you have now'));
  const [config = ''] = copiesIn(view);
  expect(config.split('\n\n')[0]).toBe(SESSION_TEXT);
  expect(config).toContain(`sso_account_id = ${SEARCH}`);
});

test('where AWS does not answer, the window says so and what to do, and the log has why', async () => {
  bot.expectTrouble();
  await openCli(bot, 'U0YUKI');
  bot.world.aws.failNext('identitystore:getUserId', 'Identitystore.InternalServerException', 50);
  await pressInCli(bot, 'U0YUKI', 'cli-everything');
  await cliWindow(bot, 'U0YUKI', (each) => saidIn(each).startsWith('AWS did not tell me what you have.'));
  await line(undefined, { audit: 'access-failed', by: 'U0YUKI', profile: 'cloud-developer', error: 'Unavailable' });
  await until('the failure', () => lines().find(({ msg }) => msg === 'a listener failed'));
});
