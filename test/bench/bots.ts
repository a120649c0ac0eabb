import { fileURLToPath } from 'node:url';
import { type Bot, startBot } from '../../sandbox/bot-process.ts';
import type { Organization } from '../../sandbox/organization/organization.ts';
import { startWorld } from '../../sandbox/world.ts';
import { startSlack } from '../sandbox/slack/start.ts';

const bareBolt: [string, string] = [process.execPath, fileURLToPath(new URL('bare-bolt.ts', import.meta.url))];

/** A bot that is measured, at a local Slack of its own. */
export type Measured = { url: string; bot: Bot; startAgain(): Promise<Bot>; stop(): Promise<void> };

export async function startOurs(organization: Organization, logFile: string): Promise<Measured> {
  const world = await startWorld({ organization, logFile, logLevel: 'info' });
  return { url: world.url, bot: world.bot, startAgain: world.startBot, stop: world.stop };
}

export async function startBare(organization: Organization, logFile: string): Promise<Measured> {
  const { slack, url, stop } = await startSlack({}, organization);
  const start = () => startBot({ environment: slack.environment(url), logFile, command: bareBolt });
  const bot = await start();
  return {
    url,
    bot,
    startAgain: start,
    async stop() {
      await bot.stop();
      await stop();
    },
  };
}
