import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/startup/config.ts';

const complete = {
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_APP_TOKEN: 'xapp-1',
  ONBOARDING_STATE_MACHINE_ARN: 'arn:aws:states:eu-west-1:111122223333:stateMachine:onboarding',
  ISSUE_PASSWORD_STATE_MACHINE_ARN: 'arn:aws:states:eu-west-1:111122223333:stateMachine:issue-password',
  CHECK_STATE_MACHINE_ARN: 'arn:aws:states:eu-west-1:111122223333:stateMachine:check',
  FIND_ACCESS_STATE_MACHINE_ARN: 'arn:aws:states:eu-west-1:111122223333:stateMachine:find-access',
  TASK_QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/111122223333/tasks',
  MAIL_FROM: 'boarding-pass@example.com',
  AWS_REGION: 'eu-west-1',
};

test('a complete environment is read', () => {
  expect(readConfig(complete)).toMatchObject({
    policyFile: 'onboarding.yaml',
    logLevel: 'info',
    aws: { region: 'eu-west-1' },
    machines: {
      onboardingArn: complete.ONBOARDING_STATE_MACHINE_ARN,
      issuePasswordArn: complete.ISSUE_PASSWORD_STATE_MACHINE_ARN,
      checkArn: complete.CHECK_STATE_MACHINE_ARN,
      findAccessArn: complete.FIND_ACCESS_STATE_MACHINE_ARN,
    },
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
  const { MAIL_FROM: _, CHECK_STATE_MACHINE_ARN: __, ...rest } = complete;
  const broken = { ...rest, SLACK_APP_TOKEN: 'xoxb-2', TASK_QUEUE_URL: '', LOG_LEVEL: 'loud' };
  expect(() => readConfig(broken)).toThrow(
    [
      'The environment is not complete (see the table in README.md):',
      '  SLACK_APP_TOKEN must be an app-level token (xapp-…) with connections:write, from the app’s page, Basic Information',
      '  CHECK_STATE_MACHINE_ARN is missing: the ARN of the state machine check',
      '  TASK_QUEUE_URL is missing: the URL of the SQS queue of tasks',
      '  MAIL_FROM is missing: an address that SES may send from, such as Onboarding <hello@example.com>',
      '  LOG_LEVEL must be trace, debug, info, warn, error',
    ].join('\n'),
  );
});

test('a token is never repeated in a complaint', () => {
  expect(() => readConfig({ ...complete, SLACK_BOT_TOKEN: 'secret-value' })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('secret-value') }),
  );
});

test('a port for health checks of its own, on which Kubernetes and Prometheus ask', () => {
  expect(readConfig(complete).healthPort).toBe(8080);
  expect(readConfig({ ...complete, HEALTH_PORT: '0' }).healthPort).toBe(0);
  expect(() => readConfig({ ...complete, HEALTH_PORT: '65536' })).toThrow(/HEALTH_PORT must be at most 65535/);
});

describe('proxies', () => {
  const HTTPS_PROXY = 'http://bot:secret@proxy.example.com:3128';
  /** No proxy leads to this machine. */
  const HERE = 'localhost,127.0.0.1';

  test('are used for Slack and for AWS, what is plain and what is encrypted each by its own', () => {
    const { slack, aws } = readConfig({ ...complete, HTTPS_PROXY, HTTP_PROXY: 'http://other:80' });
    expect(slack.proxy).toEqual({ uri: HTTPS_PROXY, noProxy: HERE });
    const agents = { proxyEnv: { HTTPS_PROXY, HTTP_PROXY: 'http://other:80', NO_PROXY: HERE } };
    expect(aws.requestHandler).toMatchObject({ httpAgent: agents, httpsAgent: agents });
    const onlyPlain = readConfig({ ...complete, HTTP_PROXY: 'http://other:80' });
    expect(onlyPlain.slack.proxy).toBeUndefined();
  });

  test('are none where none is named', () => {
    const { slack, aws } = readConfig({ ...complete, HTTPS_PROXY: '', NO_PROXY: 'example.com' });
    expect(slack.proxy).toBeUndefined();
    expect(Object.keys(aws.requestHandler)).not.toContain('httpsAgent');
  });

  test('whose variable is written small go first, as with curl', () => {
    expect(readConfig({ ...complete, HTTPS_PROXY, https_proxy: 'http://small:80' }).slack.proxy?.uri).toBe(
      'http://small:80',
    );
  });

  test.each([
    ['example.com', `example.com,.example.com,${HERE}`],
    ['*.example.com, .internal', `example.com,.example.com,internal,.internal,${HERE}`],
    ['localhost *', '*'],
  ])('are not asked for whom NO_PROXY names: %s', (NO_PROXY, read) => {
    expect(readConfig({ ...complete, HTTPS_PROXY, NO_PROXY }).slack.proxy?.noProxy).toBe(read);
  });

  test.each(['proxy.example.com:3128', 'socks5://proxy.example.com'])('whose address is none: %s', (wrong) => {
    expect(messageOf(() => readConfig({ ...complete, HTTPS_PROXY: wrong }))).toContain(
      'HTTPS_PROXY must be the URL of a proxy, such as http://proxy.example.com:3128',
    );
  });
});

describe('secrets in files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-secrets-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const { SLACK_BOT_TOKEN: _, SLACK_APP_TOKEN: __, ...rest } = complete;

  test('are read without the line break at the end', () => {
    const files = { SLACK_BOT_TOKEN_FILE: file('bot', 'xoxb-1\n'), SLACK_APP_TOKEN_FILE: file('app', 'xapp-1\r\n') };
    expect(readConfig({ ...rest, ...files }).slack).toMatchObject({
      botToken: 'xoxb-1',
      reachedOver: { appToken: 'xapp-1' },
    });
    const signing = { SLACK_SIGNING_SECRET_FILE: file('signing', '0123456789\n') };
    expect(readConfig({ ...complete, ...signing }).slack.reachedOver).toMatchObject({ signingSecret: '0123456789' });
  });

  test('that are at fault are told with everything else, and nothing of them is repeated', () => {
    const broken = {
      ...rest,
      SLACK_BOT_TOKEN: 'xoxb-secret',
      SLACK_BOT_TOKEN_FILE: file('both', 'xoxb-other'),
      // The secret itself, where its file should be named.
      SLACK_APP_TOKEN_FILE: 'xapp-pasted',
      SLACK_SIGNING_SECRET_FILE: file('empty', '\n'),
      TASK_QUEUE_URL: '',
    };
    const said = messageOf(() => readConfig(broken));
    expect(said.split('\n')).toEqual([
      'The environment is not complete (see the table in README.md):',
      '  SLACK_BOT_TOKEN and SLACK_BOT_TOKEN_FILE are both set: keep one of them',
      expect.stringMatching(
        /^ {2}SLACK_APP_TOKEN_FILE names no file that can be read \(ENOENT\): mount the secret there/,
      ),
      expect.stringMatching(/^ {2}SLACK_SIGNING_SECRET_FILE names an empty file: put the secret into /),
      '  TASK_QUEUE_URL is missing: the URL of the SQS queue of tasks',
    ]);
    expect(said).not.toMatch(/xoxb-secret|xoxb-other|xapp-pasted/);
  });

  test('that hold more than a token are refused, and nothing of them is repeated', () => {
    const SLACK_BOT_TOKEN_FILE = file('two-lines', 'xoxb-secret\n# rotated in May\n');
    const said = messageOf(() => readConfig({ ...rest, SLACK_BOT_TOKEN_FILE }));
    expect(said).toContain('SLACK_BOT_TOKEN');
    expect(said).not.toMatch(/xoxb-secret|rotated/);
  });

  test('may begin with a byte order mark', () => {
    const SLACK_BOT_TOKEN_FILE = file('marked', '\uFEFFxoxb-secret\n');
    expect(readConfig({ ...rest, SLACK_APP_TOKEN: 'xapp-1', SLACK_BOT_TOKEN_FILE }).slack.botToken).toBe('xoxb-secret');
  });
});

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (err) {
    return (err as Error).message;
  }
  throw new Error('It was taken.');
}

test('a Region that is not the one of the state machines is refused: the bot would look for them elsewhere', () => {
  const said = messageOf(() => readConfig({ ...complete, AWS_REGION: 'us-east-2' }));
  expect(said).toContain('AWS_REGION must be the Region that the ARNs of the state machines name');
});

test.each(Object.keys(complete).filter((name) => name.endsWith('_STATE_MACHINE_ARN')))(
  '%s alone in another Region is refused',
  (name) => {
    const elsewhere = 'arn:aws:states:us-east-2:111122223333:stateMachine:elsewhere';
    expect(messageOf(() => readConfig({ ...complete, [name]: elsewhere }))).toContain('AWS_REGION must be the Region');
  },
);

test('the state machines may be in another partition', () => {
  const inChina = Object.entries(complete).map(([name, value]) => [
    name,
    value.replace('arn:aws:', 'arn:aws-cn:').replace('eu-west-1', 'cn-north-1'),
  ]);
  expect(readConfig(Object.fromEntries(inChina))).toMatchObject({ aws: { region: 'cn-north-1' } });
});
