import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const complete = {
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_APP_TOKEN: 'xapp-1',
  ONBOARDING_STATE_MACHINE_ARN: 'arn:aws:states:eu-west-1:111122223333:stateMachine:onboarding',
  ISSUE_PASSWORD_STATE_MACHINE_ARN: 'arn:aws-cn:states:cn-north-1:111122223333:stateMachine:issue-password',
  TASK_QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/111122223333/tasks',
  MAIL_FROM: 'boarding-pass@example.com',
  AWS_REGION: 'eu-west-1',
};

test('a complete environment is read', () => {
  expect(readConfig(complete)).toMatchObject({
    policyFile: 'onboarding.yaml',
    logLevel: 'info',
    aws: { region: 'eu-west-1' },
  });
});

test('with another endpoint no host prefix is put before its name', () => {
  const { aws } = readConfig({ ...complete, AWS_ENDPOINT_URL: 'http://localhost:3000' });
  expect(aws).toMatchObject({ region: 'eu-west-1', endpoint: 'http://localhost:3000', disableHostPrefix: true });
  expect(readConfig(complete).aws).not.toHaveProperty('disableHostPrefix');
});

test('with a signing secret the bot is reached over HTTP, and needs no app-level token', () => {
  const { SLACK_APP_TOKEN: _, ...rest } = complete;
  expect(readConfig(complete).slack.reachedOver).toEqual({ appToken: 'xapp-1' });
  expect(readConfig({ ...rest, SLACK_SIGNING_SECRET: '0123456789', PORT: '8080' }).slack.reachedOver).toEqual({
    signingSecret: '0123456789',
    port: 8080,
  });
  expect(() => readConfig(rest)).toThrow(/SLACK_APP_TOKEN is missing: .*or set SLACK_SIGNING_SECRET/);
});

test('everything that is missing or malformed is told at once, with where to find it', () => {
  const { MAIL_FROM: _, ...rest } = complete;
  const broken = { ...rest, SLACK_APP_TOKEN: 'xoxb-2', TASK_QUEUE_URL: '', LOG_LEVEL: 'loud' };
  expect(() => readConfig(broken)).toThrow(
    [
      'The environment is not complete (see the table in README.md):',
      '  SLACK_APP_TOKEN must be an app-level token (xapp-…) with connections:write, from the app’s page, Basic Information',
      '  TASK_QUEUE_URL is missing: the URL of the SQS queue of tasks',
      '  MAIL_FROM is missing: an address that SES may send from',
      '  LOG_LEVEL must be trace, debug, info, warn, error',
    ].join('\n'),
  );
});

test('a token is never repeated in a complaint', () => {
  expect(() => readConfig({ ...complete, SLACK_BOT_TOKEN: 'secret-value' })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('secret-value') }),
  );
});
