import { setTimeout as pause } from 'node:timers/promises';
import type { Bot } from '../../../sandbox/bot-process.ts';
import type { World } from '../../../sandbox/world.ts';

export type Bots = ReturnType<typeof createBots>;

type Place = { isWanted: boolean; bot?: Bot | undefined; kept: Promise<void> };

const LONGEST_PAUSE_MS = 10_000;

/** Keeps bots running as an orchestrator does: whoever ends is started again, later each time while it does not start. */
export function createBots(world: World) {
  const places: Place[] = [];
  /** Whose end is our doing. */
  const ended = new Set<Bot>();
  const count = { starts: 0, failedStarts: 0, leftByThemselves: 0, badStops: 0 };
  let turn = 0;

  const running = (): Bot[] => places.flatMap(({ bot }) => (bot && !ended.has(bot) ? [bot] : []));

  async function start(waits = 250): Promise<Bot> {
    try {
      const bot = await world.startBot();
      count.starts++;
      return bot;
    } catch {
      // A service that it needs is away: the log says which.
      count.failedStarts++;
      await pause(waits);
      return start(Math.min(LONGEST_PAUSE_MS, waits * 2));
    }
  }

  async function keep(place: Place, first: Bot | undefined): Promise<void> {
    for (let bot = first ?? (await start()); ; bot = await start()) {
      place.bot = bot;
      if (!place.isWanted) await stop(bot);
      await bot.exited;
      if (!ended.has(bot)) count.leftByThemselves++;
      place.bot = undefined;
      if (!place.isWanted) return;
    }
  }

  function add(first?: Bot): void {
    const place: Place = { isWanted: true, kept: Promise.resolve() };
    place.kept = keep(place, first);
    places.push(place);
  }

  async function stop(bot: Bot): Promise<void> {
    ended.add(bot);
    await bot.stop();
    if (bot.process.exitCode !== 0) count.badStops++;
  }

  async function leave(place: Place): Promise<void> {
    place.isWanted = false;
    if (place.bot) await stop(place.bot);
    await place.kept;
  }

  /** One after the other of those that run. */
  const next = (): Bot | undefined => {
    const all = running();
    return all[turn++ % all.length];
  };

  add(world.bot);
  return {
    running,
    allRun: (): boolean => running().length === places.length,
    next,
    stop,
    count: () => ({ ...count }),

    async scale(wanted: number): Promise<void> {
      while (places.length < wanted) add();
      await Promise.all(places.splice(wanted).map(leave));
    },

    kill(bots: Bot[]): number {
      for (const bot of bots) {
        ended.add(bot);
        bot.process.kill('SIGKILL');
      }
      return bots.length;
    },

    /** All finish what they have in hand. */
    async end(): Promise<void> {
      await Promise.all(places.splice(0).map(leave));
    },
  };
}
