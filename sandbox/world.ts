import { createAws, type LocalAws } from './aws/aws.ts';
import type { AwsSettings } from './aws/settings.ts';
import { type Bot, startBot } from './bot-process.ts';
import { createRest } from './clock/at-rest.ts';
import type { Time } from './clock/routes.ts';
import { createWorldClock } from './clock/world-clock.ts';
import { openDoor } from './door.ts';
import type { CenterSettings } from './identity-center/settings.ts';
import { kumoworks } from './organization/kumoworks.ts';
import { type Language, type Organization, reading } from './organization/organization.ts';
import { policyOfKumoworks, profileObjectsOf, writePolicyOf } from './organization/policy-file.ts';
import { createChanges } from './page/changes.ts';
import { createPage } from './page/page.ts';
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
  const parts = createParts(settings);
  const { slack, aws, clock, time } = parts;
  const { url, close: closeDoor } = await openDoor(parts, settings);
  const close = async () => {
    parts.page.stop();
    clock.stop();
    aws.stop();
    await slack.stop();
    closeDoor();
  };

  const policyFile = policyFileOf(settings);
  const environment = environmentOf(settings, { url, slack, aws, policyFile });
  const publish = () => {
    for (const [key, text] of profileObjectsOf(policyFile)) aws.profiles.put(key, text);
  };
  const start = async () => {
    const ahead = clock.ahead();
    return clock.keep(await startBot({ environment, logFile: settings.logFile, ahead }));
  };
  try {
    if (settings.only !== 'slack') publish();
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

/** What a world is made of, before anybody can reach it. */
function createParts(settings: WorldSettings) {
  const { only, language, users } = settings;
  const asIs = settings.organization ?? kumoworks;
  const organization = language ? reading(asIs, language) : asIs;
  const changes = createChanges();
  const rest = createRest();
  const clock = createWorldClock(rest, longestPauseOf(settings.aws));
  const onChange = () => {
    rest.stir();
    changes.tell();
  };
  const slack = createSlack(organization, settings.slack);
  const identityCenter = { ...(users && { users }), ...settings.aws?.identityCenter };
  const aws = createAws(organization, { ...settings.aws, identityCenter, onChange });
  const page = createPage(
    {
      organization,
      language,
      policyFile: settings.policyFile ?? policyOfKumoworks,
      ahead: clock.ahead,
      slack: only === 'aws' ? undefined : slack.look,
      aws: only === 'slack' ? undefined : aws.look,
    },
    changes,
  );
  const { now, ahead } = clock;
  const time: Time = { now, ahead, forward: (ms) => clock.forward(ms, aws.queue).finally(changes.tell) };
  return { slack, aws, page, changes, rest, clock, time };
}

/** What the bot is started with. A half that is real is named by the caller's environment; a whole sandbox takes nothing from it. */
function environmentOf(
  { only, logLevel = 'debug' }: WorldSettings,
  { url, slack, aws, policyFile }: Pick<World, 'url' | 'slack' | 'aws'> & { policyFile: string },
): NodeJS.ProcessEnv {
  return {
    ...(only !== undefined && process.env),
    ...(only !== 'aws' && slack.environment(url)),
    ...(only !== 'slack' && aws.environment(url)),
    ...(only !== 'aws' && { POLICY_FILE: policyFile }),
    LOG_LEVEL: logLevel,
  };
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
