import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { until } from '../../sandbox/acting/until.ts';
import { otherApp } from '../../sandbox/slack/bot.ts';
import { startWorld } from '../../sandbox/world.ts';
import { manifestWith } from '../sandbox/slack/start.ts';
import { goodPolicy, useStarts } from './starts.ts';

const starts = useStarts();
const arn = (name: string) => `arn:aws:states:eu-west-1:100000000001:stateMachine:boarding-pass-${name}`;
const queue = (name: string) => `${starts.world.url}/100000000001/${name}`;

afterEach(() => starts.world.aws.changeMail({ inSandbox: false, paused: false }));

test('a token that Slack does not take', async () => {
  expect(await starts.refusal({ environment: { SLACK_BOT_TOKEN: 'xoxb-of-somebody-else' } })).toMatch(
    /^Slack rejected SLACK_BOT_TOKEN .*: reinstall the app and copy the token again\.$/,
  );
});

test('a token that lacks scopes', async () => {
  const manifest = await manifestWith((doc) =>
    doc.setIn(['oauth_config', 'scopes', 'bot'], ['commands', 'chat:write', 'groups:read', 'users:read']),
  );
  const world = startWorld({ slack: { manifest }, logFile: join(starts.folder, 'scopes.log') });
  await expect(world).rejects.toThrow(
    /SLACK_BOT_TOKEN lacks groups:history, im:history, im:write, users:read\.email, usergroups:read: .*manifests\/slack\/app\.yaml.*reinstall the app/,
  );
});

test('an app-level token that Slack does not take', async () => {
  expect(await starts.refusal({ environment: { SLACK_APP_TOKEN: 'xapp-of-somebody-else' } })).toMatch(
    /^Slack rejected SLACK_APP_TOKEN .*invalid_auth.*: create an app-level token with connections:write/,
  );
});

test('an app-level token without connections:write, with which the connection would try for ever', async () => {
  starts.world.slack.answerNext('apps.connections.open', { error: 'missing_scope' });
  expect(await starts.refusal({})).toMatch(/^Slack rejected SLACK_APP_TOKEN .*missing_scope.*connections:write/);
});

test('tokens of two apps', async () => {
  expect(await starts.refusal({ environment: { SLACK_APP_TOKEN: otherApp.token } })).toBe(
    'SLACK_BOT_TOKEN belongs to app A0BOARDING, SLACK_APP_TOKEN to app A0OTHER: copy both from the pages of one app.',
  );
});

test('a queue that does not exist', async () => {
  expect(await starts.refusal({ environment: { TASK_QUEUE_URL: queue('nowhere') } })).toMatch(
    /^AWS did not answer about the queue .*nowhere .*: set TASK_QUEUE_URL and AWS_REGION to the outputs of the stack/,
  );
});

test('a queue without a dead-letter queue', async () => {
  const environment = { TASK_QUEUE_URL: queue('boarding-pass-tasks-dead-letters.fifo') };
  expect(await starts.refusal({ environment })).toMatch(/has no dead-letter queue: set its redrive policy/);
});

test('a stack that was not deployed', async () => {
  expect(await starts.refusal({ environment: { ONBOARDING_STATE_MACHINE_ARN: arn('nothing') } })).toMatch(
    /boarding-pass-nothing .*: deploy manifests\/aws\/boarding-pass\.yaml first, and set ONBOARDING_STATE_MACHINE_ARN/,
  );
});

test('machines that were mixed up, both told in one message', async () => {
  const said = await starts.refusal({
    environment: {
      ONBOARDING_STATE_MACHINE_ARN: arn('issue-password'),
      ISSUE_PASSWORD_STATE_MACHINE_ARN: arn('onboarding'),
    },
  });
  expect(said).toMatch(/^2 things keep the bot from starting:/);
  expect(said).toContain('ONBOARDING_STATE_MACHINE_ARN names a state machine of type EXPRESS, but it must be STANDARD');
  expect(said).toContain(
    'ISSUE_PASSWORD_STATE_MACHINE_ARN names a state machine of type STANDARD, but it must be EXPRESS',
  );
});

test('a stack that is older than the machine find-access', async () => {
  expect(
    await starts.refusal({ environment: { FIND_ACCESS_STATE_MACHINE_ARN: arn('find-access-of-another') } }),
  ).toMatch(
    /boarding-pass-find-access-of-another .*: deploy manifests\/aws\/boarding-pass\.yaml first, and set FIND_ACCESS_STATE_MACHINE_ARN/,
  );
});

test('another machine in the place of find-access', async () => {
  expect(await starts.refusal({ environment: { FIND_ACCESS_STATE_MACHINE_ARN: arn('onboarding') } })).toBe(
    'FIND_ACCESS_STATE_MACHINE_ARN names a state machine of type STANDARD, but it must be EXPRESS: set it to the output of the stack boarding-pass.',
  );
});

test.each([
  ['is disabled', 'KmsInvalidStateException', /: enable its key in KMS, or cancel the key’s deletion\.$/],
  ['does not let the bot decrypt', 'KmsAccessDeniedException', /: let the role of the bot decrypt with its key/],
])('a key that %s', async (_what, error, says) => {
  starts.world.aws.failNext('states:DescribeStateMachine', error);
  expect(await starts.refusal({})).toMatch(says);
});

test('a role that is older than the bot', async () => {
  starts.world.aws.failNext('states:DescribeStateMachine', 'AccessDeniedException');
  expect(await starts.refusal({})).toMatch(/: run the bot with the role boarding-pass-bot, and deploy the current/);
});

test('credentials that AWS does not know, told for each thing that could not be looked at', async () => {
  starts.world.aws.failNext('sqs:GetQueueAttributes', 'UnrecognizedClientException');
  expect(await starts.refusal({})).toMatch(/the queue .*: run the bot with the role boarding-pass-bot \(its task role/);
});

test('AWS asks to slow down: a machine that could not be looked at does not keep the bot from starting', async () => {
  starts.world.aws.failNext('states:DescribeStateMachine', 'ThrottlingException', 4 * 3);
  expect(await starts.logOfStart({})).toMatch(/the state machine could not be checked[\s\S]*"ready"/);
});

test('an address that SES has not verified, where profiles take addresses outside Slack', async () => {
  expect(await starts.refusal({ environment: { MAIL_FROM: 'Onboarding <hello@elsewhere.example>' } })).toBe(
    'SES in eu-west-1 has verified neither hello@elsewhere.example nor elsewhere.example: verify one of them there ' +
      '(Amazon SES, Identities), or set MAIL_FROM to an address that is.',
  );
});

test('an address that SES has not verified is only a warning where nobody gets mail', async () => {
  const policy = goodPolicy.replaceAll(/ +emailDomains: .*\n/g, '');
  expect(await starts.logOfStart({ policy, environment: { MAIL_FROM: 'hello@elsewhere.example' } })).toMatch(
    /"level":40[^\n]*has verified neither hello@elsewhere\.example[\s\S]*"ready"/,
  );
});

test('an address below a domain that SES has verified is fine', async () => {
  const log = await starts.logOfStart({ environment: { MAIL_FROM: 'hello@mail.kumoworks.example' } });
  expect(log).not.toMatch(/"level":[45]0/);
});

test('a paused SES stops the start', async () => {
  starts.world.aws.changeMail({ paused: true });
  expect(await starts.refusal({})).toMatch(/^SES in eu-west-1 has paused sending .*: .*enable sending\.$/);
});

test('the sandbox of SES is a warning', async () => {
  starts.world.aws.changeMail({ inSandbox: true });
  expect(await starts.logOfStart({})).toMatch(
    /"level":40[^\n]*seems to be in its sandbox[^\n]*Request production access[\s\S]*"ready"/,
  );
});

test('SES that cannot be asked is a warning', async () => {
  starts.world.aws.failNext('ses:GetSendQuota', 'AccessDenied');
  expect(await starts.logOfStart({})).toMatch(/"level":40[^\n]*SES could not be asked about MAIL_FROM[\s\S]*"ready"/);
});

test('a bot that may not list the accounts says in its log what to do, each time', async () => {
  starts.world.aws.failNext('organizations:ListAccounts', 'AccessDeniedException');
  const { bot, log } = starts.start({});
  await until('a word of it', () =>
    /"level":50[^\n]*accounts could not be loaded[^\n]*docs\/setup\.md, step 3/.test(log()),
  );
  const { process, exited } = await bot;
  process.kill('SIGKILL');
  await exited;
});

test('a sender whose name has a comma is quoted, one that is no address is refused', async () => {
  const log = await starts.logOfStart({ environment: { MAIL_FROM: 'Kumoworks, Inc. <hello@kumoworks.example>' } });
  expect(log).not.toMatch(/"level":[45]0/);
  expect(await starts.refusal({ environment: { MAIL_FROM: 'Kumoworks hello@kumoworks.example' } })).toContain(
    'MAIL_FROM must be an address that SES may send from, such as Onboarding <hello@example.com>',
  );
});

test('whatever is wrong at the same time is told at once', async () => {
  const said = await starts.refusal({
    environment: {
      SLACK_BOT_TOKEN: 'xoxb-of-somebody-else',
      TASK_QUEUE_URL: queue('nowhere'),
      ISSUE_PASSWORD_STATE_MACHINE_ARN: arn('nothing'),
      MAIL_FROM: 'hello@elsewhere.example',
    },
  });
  expect(said).toMatch(/^4 things keep the bot from starting:\n/);
  expect(said).toMatch(/SLACK_BOT_TOKEN[\s\S]*nowhere[\s\S]*boarding-pass-nothing[\s\S]*verified neither/);
});
