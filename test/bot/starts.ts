import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Bot, startBot } from '../../sandbox/bot-process.ts';
import { startWorld, type World, type WorldSettings } from '../../sandbox/world.ts';
import { unhurried } from '../unhurried.ts';

export const goodPolicy = readFileSync(new URL('../../sandbox/onboarding.yaml', import.meta.url), 'utf8');

/** One world for a test file, with its bot, in which a test starts further ones. */
export function useStarts(settings: Partial<WorldSettings> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'boarding-pass-start-'));
  let world: World;
  let started = 0;
  beforeAll(async () => {
    world = await startWorld(unhurried({ ...settings, logFile: join(folder, 'world.log') }));
  });
  afterAll(async () => {
    await world?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Starts another bot; `environment` adds to what it needs, and an empty value takes away. */
  function start({ policy = goodPolicy, environment = {} }: { policy?: string; environment?: NodeJS.ProcessEnv }) {
    const place = join(folder, String(++started));
    const policyFile = `${place}.yaml`;
    writeFileSync(policyFile, policy);
    const { slack, aws, url } = world;
    const bot = startBot({
      environment: { ...slack.environment(url), ...aws.environment(url), POLICY_FILE: policyFile, ...environment },
      logFile: `${place}.log`,
    });
    return { bot, log: () => (existsSync(`${place}.log`) ? readFileSync(`${place}.log`, 'utf8') : '') };
  }

  return {
    folder,
    get world() {
      return world;
    },
    start,

    /** Starts another bot that should not come up: what it said last. */
    async refusal(parts: Parameters<typeof start>[0]): Promise<string> {
      const bot: Bot | Error = await start(parts).bot.catch((err: Error) => err);
      if (bot instanceof Error) return /^The bot left with code 1: (.*)\nIts log is/s.exec(bot.message)?.[1] ?? '';
      await bot.stop();
      throw new Error('It came up.');
    },

    /** Starts another bot that should come up, and ends it: what it logged. */
    async logOfStart(parts: Parameters<typeof start>[0]): Promise<string> {
      const { bot, log } = start(parts);
      const { process, exited } = await bot;
      process.kill('SIGKILL');
      await exited;
      return log();
    },
  };
}
