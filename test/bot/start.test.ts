import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBot } from '../../sandbox/bot-process.ts';
import { enlarged } from '../../sandbox/large-organization.ts';
import { kumoworks } from '../../sandbox/organization.ts';
import { startWorld, type World } from '../../sandbox/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-start-'));
const goodPolicy = readFileSync(new URL('../../sandbox/onboarding.yaml', import.meta.url), 'utf8');
const organization = {
  ...kumoworks,
  channels: [
    ...kumoworks.channels,
    { id: 'C0PUBLIC', name: 'public', private: false, members: ['U0BOARDING'] },
    { id: 'C0ALONE', name: 'alone', private: true, members: ['U0KEN'] },
    { id: 'C0SHARED', name: 'shared', private: true, shared: true as const, members: ['U0BOARDING'] },
  ],
};
let world: World;
beforeAll(async () => {
  world = await startWorld({ organization, logFile: join(folder, 'world.log') });
});
afterAll(() => world.stop());

/** Starts another bot in the same world, which should not come up: what it said last. */
async function refusedStart(policy: string, environment: NodeJS.ProcessEnv = {}): Promise<string> {
  const policyFile = join(folder, 'onboarding.yaml');
  writeFileSync(policyFile, policy);
  const { slack, aws, url } = world;
  const whole = { ...slack.environment(url), ...aws.environment(url), POLICY_FILE: policyFile, ...environment };
  const started = startBot({ environment: whole, logFile: join(folder, 'refused.log') });
  const bot = await started.catch((err: Error) => err);
  if (bot instanceof Error) return bot.message;
  await bot.stop();
  throw new Error('It came up.');
}

test.each([
  ['a public approvals channel', 'C0PUBLIC', /C0PUBLIC is not a private channel .*: make it private/],
  [
    'a channel that the bot cannot see',
    'C0ALONE',
    /C0ALONE is not a private channel that the bot can see.* invite the bot/,
  ],
  ['a channel that does not exist', 'C0NOWHERE', /C0NOWHERE is not a private channel that the bot can see/],
  ['a channel shared with another organization', 'C0SHARED', /#shared is shared with another organization/],
])('%s stops the start, with the remedy', async (_what, channel, says) => {
  expect(await refusedStart(goodPolicy.replace('C0APPROVE', channel))).toMatch(says);
});

test('a profile whose approvers are all guests, bots, strangers or deactivated stops the start', async () => {
  world.slack.setGroupMembers('S0PLATFORM', ['U0GUEST', 'U0ROBOT', 'U0OTHER', 'U0GONE']);
  const said = await refusedStart(goodPolicy);
  world.slack.setGroupMembers('S0PLATFORM', ['U0KEN', 'U0MARIA', 'U0AIKO']);
  expect(said).toMatch(/nobody could approve "developer": none of S0PLATFORM/);
  expect(said).not.toContain('"auditor"');
});

test('a policy file with mistakes stops the start, and all of them are in one message', async () => {
  const said = await refusedStart(
    goodPolicy.replace('method: iam-user', 'method: iam-role').replace('claimWithin: 7d', 'claimWithin: soon'),
  );
  expect(said).toMatch(
    /2 mistakes in the policy file:[\s\S]*method: must be iam-user[\s\S]*claimWithin: must be a duration/,
  );
});

test.each([
  ['a policy file that is not there', { POLICY_FILE: '/nowhere/onboarding.yaml' }, /cannot be read: .*set POLICY_FILE/],
  [
    'tokens that are missing',
    { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '' },
    /SLACK_BOT_TOKEN is missing: [\s\S]*SLACK_APP_TOKEN is missing: /,
  ],
  [
    'a token that Slack does not take',
    { SLACK_BOT_TOKEN: 'xoxb-of-somebody-else' },
    /Slack did not take SLACK_BOT_TOKEN/,
  ],
  ['a queue without a dead-letter queue', { TASK_QUEUE_URL: 'dead-letters' }, /has no dead-letter queue/],
])('%s: the bot leaves with words that say what to do', async (_what, environment, says) => {
  const url = `${world.url}/${kumoworks.homeAccount}/boarding-pass-dead-letters`;
  const set = 'TASK_QUEUE_URL' in environment ? { TASK_QUEUE_URL: url } : environment;
  expect(await refusedStart(goodPolicy, set)).toMatch(says);
});

test('asked to stop while it loads a large organization, which takes AWS a minute, the bot leaves in order', async () => {
  const large = await startWorld({
    organization: enlarged(kumoworks, { accounts: 3_000, people: undefined }),
    logFile: join(folder, 'large.log'),
  });
  large.bot.process.kill('SIGTERM');
  expect(await large.bot.exited).toBe(0);
  await large.stop();
});

test('asked to stop, the bot leaves in order, with exit code 0', async () => {
  const { slack, aws, url } = world;
  const policyFile = join(folder, 'good.yaml');
  writeFileSync(policyFile, goodPolicy);
  const logFile = join(folder, 'stopped.log');
  const bot = await startBot({
    environment: { ...slack.environment(url), ...aws.environment(url), POLICY_FILE: policyFile },
    logFile,
  });
  bot.process.kill('SIGTERM');
  expect(await bot.exited).toBe(0);
  expect(readFileSync(logFile, 'utf8')).toMatch(/"stopping"[\s\S]*"stopped"/);
});
