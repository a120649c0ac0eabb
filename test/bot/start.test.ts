import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { enlarged } from '../../sandbox/organization/enlarged.ts';
import { kumoworks } from '../../sandbox/organization/kumoworks.ts';
import { startWorld } from '../../sandbox/world.ts';
import { goodPolicy, useStarts } from './starts.ts';

const organization = {
  ...kumoworks,
  channels: [
    ...kumoworks.channels,
    { id: 'C0PUBLIC', name: 'public', private: false, members: ['U0BOARDING'] },
    { id: 'C0ALONE', name: 'alone', private: true, members: ['U0KEN'] },
    { id: 'C0SHARED', name: 'shared', private: true, shared: true as const, members: ['U0BOARDING'] },
  ],
};
const starts = useStarts({ organization });

test.each([
  ['a public approvals channel', 'C0PUBLIC', /C0PUBLIC is not a private channel .*: make it private/],
  [
    'a channel that the bot cannot see',
    'C0ALONE',
    /C0ALONE is not a private channel that the bot can see.* invite the bot/,
  ],
  ['a channel that does not exist', 'C0NOWHERE', /C0NOWHERE is not a private channel that the bot can see/],
  [
    'a channel of another workspace',
    'C0ELSEWHERE',
    /the bot token of the channel’s workspace; this one belongs to Kumoworks/,
  ],
  ['a channel shared with another organization', 'C0SHARED', /#shared is shared with another organization/],
])('%s stops the start, with the remedy', async (_what, channel, says) => {
  expect(await starts.refusal({ policy: goodPolicy.replace('C0APPROVE', channel) })).toMatch(says);
});

test('a profile whose approvers are all guests, bots, strangers or deactivated stops the start', async () => {
  const { slack } = starts.world;
  slack.setGroupMembers('S0PLATFORM', ['U0GUEST', 'U0ROBOT', 'U0OTHER', 'U0GONE']);
  const said = await starts.refusal({});
  slack.setGroupMembers('S0PLATFORM', ['U0KEN', 'U0MARIA', 'U0AIKO']);
  expect(said).toMatch(/nobody could approve "developer": none of S0PLATFORM/);
  expect(said).not.toContain('"auditor"');
});

test('a policy of another partition of AWS stops the start: no account could give it', async () => {
  const policy = goodPolicy.replace('arn:aws:iam::aws:policy/', 'arn:aws-us-gov:iam::aws:policy/');
  expect(await starts.refusal({ policy })).toMatch(
    /policyArns\.0: is of the partition aws-us-gov of AWS, and the state machines are in aws: write arn:aws:…/,
  );
});

test('a policy file with mistakes stops the start, and all of them are in one message', async () => {
  const policy = goodPolicy
    .replace('method: iam-user', 'method: iam-role')
    .replace('claimWithin: 7d', 'claimWithin: soon');
  expect(await starts.refusal({ policy })).toMatch(
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
])('%s: the bot leaves with words that say what to do', async (_what, environment, says) => {
  expect(await starts.refusal({ environment })).toMatch(says);
});

test('tokens are read from the files that a cluster mounts', async () => {
  const { slack, url } = starts.world;
  const environment: NodeJS.ProcessEnv = {};
  for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']) {
    const path = join(starts.folder, name);
    writeFileSync(path, `${slack.environment(url)[name]}\n`);
    Object.assign(environment, { [name]: '', [`${name}_FILE`]: path });
  }
  expect(await starts.logOfStart({ environment })).toContain('"ready"');
});

test('a port for the health checks that something else has is told, with the variable', async () => {
  const { port } = new URL(starts.world.bot.healthUrl);
  expect(await starts.refusal({ environment: { HEALTH_PORT: port } })).toBe(
    `Port ${port} is taken: set HEALTH_PORT to another one.`,
  );
});

test('asked to stop while it loads a large organization, which takes AWS a minute, the bot leaves in order', async () => {
  const large = await startWorld({
    organization: enlarged(kumoworks, { accounts: 3_000, people: undefined }),
    logFile: join(starts.folder, 'large.log'),
  });
  large.bot.process.kill('SIGTERM');
  expect(await large.bot.exited).toBe(0);
  await large.stop();
});

test('asked to stop, the bot leaves in order, with exit code 0', async () => {
  const { bot, log } = starts.start({});
  const { process, exited } = await bot;
  process.kill('SIGTERM');
  expect(await exited).toBe(0);
  expect(log()).toMatch(/"stopping"[\s\S]*"stopped"/);
});
