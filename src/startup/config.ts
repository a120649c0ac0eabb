import { z } from 'zod';
import type { AwsSettings } from '../aws/clients.ts';
import type { SlackSettings } from '../slack/slack.ts';
import { StartupError } from '../watch/startup-error.ts';
import type { MachineArns } from '../workflow/machines.ts';
import { readMailFrom } from './mail-from.ts';
import { agentsFor, proxyVariables, readProxies } from './proxy.ts';
import { readSecretFiles } from './secret-files.ts';

/** A variable that must look like `pattern`; `what` it is completes both "is missing: …" and "must be …". */
const like = (pattern: RegExp, what: string) => z.string({ error: what }).regex(pattern, what);
const url = (what: string) => z.url({ protocol: /^https?$/, error: what });
const machine = (name: string) =>
  like(/^arn:aws[\w-]*:states:[\w-]+:\d{12}:stateMachine:[\w-]+$/, `the ARN of the state machine ${name}`);
const proxy = url('the URL of a proxy, such as http://proxy.example.com:3128').optional();
const port = like(/^\d{1,5}$/, 'a port to listen on').refine((text) => Number(text) <= 65_535, 'at most 65535');
const SENDER = 'an address that SES may send from, such as Onboarding <hello@example.com>';
const levels = ['trace', 'debug', 'info', 'warn', 'error'] as const;

const environment = z
  .object({
    SLACK_BOT_TOKEN: like(/^xoxb-[!-~]+$/, 'the bot token (xoxb-…) from the app’s page, OAuth & Permissions'),
    SLACK_APP_TOKEN: like(
      /^xapp-[!-~]+$/,
      'an app-level token (xapp-…) with connections:write, from the app’s page, Basic Information',
    ).optional(),
    SLACK_SIGNING_SECRET: like(/^\S{8,}$/, 'the signing secret from the app’s page, Basic Information').optional(),
    PORT: port.default('3000'),
    HEALTH_PORT: port.default('8080'),
    SLACK_COMMAND: like(/^\/[a-z0-9_-]{1,31}$/, 'what people type, as in the Slack app, such as /onboard').default(
      '/onboard',
    ),
    SLACK_API_URL: url('a URL').optional(),
    ONBOARDING_STATE_MACHINE_ARN: machine('onboarding'),
    ISSUE_PASSWORD_STATE_MACHINE_ARN: machine('issue-password'),
    CHECK_STATE_MACHINE_ARN: machine('check'),
    FIND_ACCESS_STATE_MACHINE_ARN: machine('find-access'),
    TASK_QUEUE_URL: url('the URL of the SQS queue of tasks'),
    MAIL_FROM: z.string({ error: SENDER }).transform((text, context) => {
      const sender = readMailFrom(text);
      if (sender === undefined) context.addIssue({ code: 'custom', message: SENDER });
      return sender ?? text;
    }),
    POLICY_FILE: z.string().default('onboarding.yaml'),
    LOG_LEVEL: z.enum(levels, { error: levels.join(', ') }).default('info'),
    AWS_REGION: like(/^[a-z]{2,}(-[a-z]+)+-\d+$/, 'the region of the state machines, for example eu-west-1'),
    AWS_ENDPOINT_URL: url('a URL').optional(),
    HTTP_PROXY: proxy,
    HTTPS_PROXY: proxy,
    NO_PROXY: z.string().optional(),
  })
  .refine(
    ({ AWS_REGION, ...set }) =>
      [
        set.ONBOARDING_STATE_MACHINE_ARN,
        set.ISSUE_PASSWORD_STATE_MACHINE_ARN,
        set.CHECK_STATE_MACHINE_ARN,
        set.FIND_ACCESS_STATE_MACHINE_ARN,
      ].every((arn) => arn.split(':')[3] === AWS_REGION),
    { path: ['AWS_REGION'], error: 'the Region that the ARNs of the state machines name' },
  )
  .refine(({ SLACK_APP_TOKEN, SLACK_SIGNING_SECRET }) => SLACK_APP_TOKEN ?? SLACK_SIGNING_SECRET, {
    path: ['SLACK_APP_TOKEN'],
    error:
      'an app-level token (xapp-…) with connections:write, from the app’s page, Basic Information; or set SLACK_SIGNING_SECRET to be called over HTTP',
    when: () => true,
  });

/** Each may be in a file instead, which the variable with `_FILE` at its end names. */
const SECRETS = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'] as const;

/** Milliseconds; the SDK alone waits for ever. Where an answer may take longer, aws/clients.ts says so. */
const PATIENCE = { connectionTimeout: 3_000, requestTimeout: 5_000, throwOnRequestTimeout: true };

export type Config = {
  slack: SlackSettings;
  /** What people type to ask for access. */
  command: string;
  aws: AwsSettings;
  machines: MachineArns & { checkArn: string };
  queueUrl: string;
  mailFrom: string;
  policyFile: string;
  /** Where /healthz, /readyz and /metrics are; 0 is any free port. */
  healthPort: number;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error';
};

/**
 * Reads the environment, the only place that does.
 * @throws StartupError that names everything missing or malformed at once.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const files = readSecretFiles(filled, SECRETS);
  const set = { ...filled, ...proxyVariables(filled), ...files.values };
  const parsed = environment.safeParse(set);
  // Of a secret whose file is at fault, it would also say that it is missing.
  const issues = (parsed.error?.issues ?? []).filter(
    ({ path: [name] }) => !Object.hasOwn(files.problems, String(name)),
  );
  const problems = [
    ...Object.values(files.problems),
    ...issues.map(({ path: [name], message }) =>
      set[String(name)] === undefined ? `${String(name)} is missing: ${message}` : `${String(name)} must be ${message}`,
    ),
  ];
  if (!parsed.success || problems.length > 0) {
    throw new StartupError('The environment is not complete (see the table in README.md):', problems);
  }

  return configFrom(parsed.data);
}

function configFrom(data: z.output<typeof environment>): Config {
  const proxies = readProxies(data);
  const toSlack = data.SLACK_API_URL?.startsWith('http:') ? proxies.http : proxies.https;
  return {
    slack: {
      botToken: data.SLACK_BOT_TOKEN,
      apiUrl: data.SLACK_API_URL,
      proxy: toSlack === undefined ? undefined : { uri: toSlack, noProxy: proxies.noProxy },
      reachedOver:
        data.SLACK_SIGNING_SECRET === undefined
          ? { appToken: data.SLACK_APP_TOKEN ?? '' }
          : { signingSecret: data.SLACK_SIGNING_SECRET, port: Number(data.PORT) },
    },
    command: data.SLACK_COMMAND,
    aws: {
      region: data.AWS_REGION,
      requestHandler: { ...PATIENCE, ...agentsFor(proxies) },
      // Another endpoint has one host name: StartSyncExecution must not put its `sync-` before it.
      ...(data.AWS_ENDPOINT_URL !== undefined && { endpoint: data.AWS_ENDPOINT_URL, disableHostPrefix: true }),
    },
    machines: {
      onboardingArn: data.ONBOARDING_STATE_MACHINE_ARN,
      issuePasswordArn: data.ISSUE_PASSWORD_STATE_MACHINE_ARN,
      checkArn: data.CHECK_STATE_MACHINE_ARN,
      findAccessArn: data.FIND_ACCESS_STATE_MACHINE_ARN,
    },
    queueUrl: data.TASK_QUEUE_URL,
    mailFrom: data.MAIL_FROM,
    policyFile: data.POLICY_FILE,
    healthPort: Number(data.HEALTH_PORT),
    logLevel: data.LOG_LEVEL,
  };
}
