import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { type AwsSettings, createAws, type LocalAws } from './aws/aws.ts';
import { type Bot, startBot } from './bot-process.ts';
import { createChanges } from './page/changes.ts';
import { createRest } from './clock/at-rest.ts';
import { type Time, timeRoutes } from './clock/routes.ts';
import { createWorldClock } from './clock/world-clock.ts';
import type { CenterSettings } from './identity-center/settings.ts';
import { kumoworks } from './organization/kumoworks.ts';
import { type Language, type Organization, reading } from './organization/organization.ts';
import { createPage } from './page/page.ts';
import { policyOfKumoworks, profileObjectsOf, writePolicyOf } from './organization/policy-file.ts';
import { createSlack, type LocalSlack, type SlackSettings } from './slack/slack.ts';

export type WorldSettings = {
  port?: number;
  /** Leaves the other half to the real thing, which the environment then has to name. */
  only?: 'slack' | 'aws';
  organization?: Organization;
  /** What everybody reads Slack in, and the approvals channel; without it, everybody their own. */
  language?: Language;
  /** Where people come from, for IAM Identity Center and the policy; without it, as either says. */
  users?: CenterSettings['users'];
  slack?: SlackSettings;
  aws?: AwsSettings;
  /** Where the bot's log goes. */
  logFile: string;
  logLevel?: string;
  /** The policy of the organization. */
  policyFile?: string;
};

export type World = {
  url: string;
  slack: LocalSlack;
  aws: LocalAws;
  time: Time;
  bot: Bot;
  startBot(): Promise<Bot>;
  /** Has the machines believe what the policy file says now, as whoever deploys does. */
  publish(): void;
  stop(): Promise<void>;
};

/** Starts a local Slack and a local AWS on one port, and the bot, unchanged, between them. */
export async function startWorld(settings: WorldSettings): Promise<World> {
  const { port = 0, only, language, users } = settings;
  const asIs = settings.organization ?? kumoworks;
  const organization = language ? reading(asIs, language) : asIs;
  const changes = createChanges();
  const rest = createRest();
  const clock = createWorldClock(rest, longestPauseOf(settings.aws));
  const slack = createSlack(organization, settings.slack);
  const onChange = () => {
    rest.stir();
    changes.tell();
  };
  const identityCenter = { ...(users && { users }), ...settings.aws?.identityCenter };
  const aws = createAws(organization, { ...settings.aws, identityCenter, onChange });
  const page = createPage(
    {
      organization,
      language,
      policyFile: settings.policyFile ?? policyOfKumoworks,
      slack: only === 'aws' ? undefined : slack.look,
      aws: only === 'slack' ? undefined : aws.look,
    },
    changes,
  );

  const moveTo = (moment: number) => clock.moveTo(moment, aws.queue);
  const time: Time = { ...clock, moveTo, forward: (ms) => moveTo(clock.now() + ms) };
  const pages = new Hono().route('/', page.routes).route('/', timeRoutes(only ? undefined : time));
  if (only !== 'aws') pages.route('/', slack.routes);
  if (only !== 'slack') pages.route('/', aws.routes);
  const isForAws = (request: Request) => request.headers.get('authorization')?.startsWith('AWS4-HMAC-SHA256') ?? false;
  const answer = (request: Request, env: object): Response | Promise<Response> => {
    if (isForAws(request)) return aws.answer(request, env);
    return isFromHere(Object.fromEntries(request.headers))
      ? pages.fetch(request, env)
      : new Response('Only from this machine.', { status: 403 });
  };
  const server = createAdaptorServer({
    async fetch(request, env) {
      try {
        return await rest.during(request, () => answer(request, env));
      } finally {
        if (!page.serves(request)) changes.tell();
      }
    },
  });
  server.on('upgrade', (request, stream, head) => {
    if (!request.url?.startsWith('/page/events')) slack.upgrade(request, stream, head);
    else if (isFromHere(request.headers)) page.upgrade(request, stream, head);
    else stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;

  const close = async () => {
    page.stop();
    clock.stop();
    aws.stop();
    await slack.stop();
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
  };
  const policyFile = policyFileOf(settings);
  const environment = {
    ...(only !== 'aws' && slack.environment(url)),
    ...(only !== 'slack' && aws.environment(url)),
    ...(only !== 'aws' && { POLICY_FILE: policyFile }),
    LOG_LEVEL: settings.logLevel ?? 'debug',
  };
  const publish = () => {
    for (const [key, text] of profileObjectsOf(policyFile)) aws.profiles.put(key, text);
  };
  // A half that is real is named by the caller's environment; a whole sandbox takes nothing from it.
  const inherited = only === undefined ? {} : process.env;
  const start = async () => {
    const ahead = clock.ahead();
    return clock.keep(
      await startBot({ environment: { ...inherited, ...environment }, logFile: settings.logFile, ahead }),
    );
  };
  try {
    if (only !== 'slack') publish();
    const world: World = {
      url,
      slack,
      aws,
      time,
      bot: await start(),
      startBot: start,
      publish,
      async stop() {
        await world.bot.stop();
        await close();
      },
    };
    return world;
  } catch (err) {
    await close();
    throw err;
  }
}

/** Of what pauses in the middle of its work, how long it does at most. */
function longestPauseOf({ retryDelay = 100, waitDelay = 200 }: AwsSettings = {}): number {
  return Math.max(50, ...[retryDelay, waitDelay].filter((delay) => delay !== 'as written'));
}

/** Where it is to be otherwise it is a copy beside the bot's log. */
function policyFileOf({ policyFile = policyOfKumoworks, language, users, logFile }: WorldSettings): string {
  if (!language && !users) return policyFile;
  const copy = `${logFile}.onboarding.yaml`;
  writePolicyOf({ language, users }, policyFile, copy);
  return copy;
}

/** No other web page may act in the sandbox: with `--only slack` a real AWS account stands behind it. */
function isFromHere({ host = '', origin }: { host?: string; origin?: string }): boolean {
  return /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host) && (origin === undefined || origin === `http://${host}`);
}
