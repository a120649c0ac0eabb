import type { Bot } from '../../../sandbox/bot-process.ts';
import type { Moment } from '../plan/services.ts';
import { atNextCall } from '../world/moments.ts';
import type { Parts } from './parts.ts';

/** What happens to the bots' processes. Each gives back to how many. */

export async function kill(at: Moment, whom: 'one' | 'all', parts: Parts): Promise<number> {
  const { bots, wait, clocks } = parts;
  // While something is away that they need, others may not start again for long.
  await wait(bots.allRun, clocks.moment);
  await wait(() => bots.running().length > 0);
  const chosen = () => (whom === 'all' ? bots.running() : bots.running().slice(-1));
  return (await atMoment(at, parts, () => bots.kill(chosen()))) ?? 0;
}

export async function crashLoop(times: number, { bots, wait }: Parts): Promise<number> {
  let killed = 0;
  for (let i = 0; i < times; i++) killed += (await wait(() => bots.kill(bots.running()) || undefined)) ?? 0;
  return killed;
}

/** It finishes what it has in hand. */
export async function stop({ bots, wait }: Parts): Promise<number> {
  const bot = await wait(() => bots.next());
  if (!bot) return 0;
  await bots.stop(bot);
  return 1;
}

/** Stops the clock of one, and lets it go on when others may have what it held. */
export async function freeze(at: Moment, ms: number, parts: Parts): Promise<number> {
  const frozen = await atMoment(at, parts, () => freezeOne(parts.bots.next()));
  if (!frozen) return 0;
  await parts.rest(ms);
  frozen.thaw();
  return 1;
}

function freezeOne(bot: Bot | undefined): Bot | undefined {
  bot?.freeze();
  return bot;
}

/** At the next call of this kind; where none comes, at any moment at which somebody runs. */
async function atMoment<Done>(at: Moment, { world, clocks, wait }: Parts, act: () => Done): Promise<Done | undefined> {
  let done: Done | undefined;
  const callOff = atNextCall(world, at, () => {
    done = act();
  });
  await wait(() => Boolean(done), clocks.moment);
  callOff();
  return done || wait(() => act() || undefined);
}
