import { type Mishap, OF_A_SENDING } from '../../../sandbox/misbehaving/line.ts';
import { createChance } from '../../../sandbox/organization/invented/chance.ts';
import { shuffled } from '../plan/chances.ts';
import type { Spell } from '../plan/spells.ts';
import { disturb, metBy, takeAway } from '../world/moments.ts';
import type { Parts } from './parts.ts';

type Of<Kind extends Spell['kind']> = Extract<Spell, { kind: Kind }>;

/** What happens between the two sides of a call. Each lasts until some call has met it. */

export async function outage({ service, how, ms }: Of<'outage'>, { world, wait, rest }: Parts): Promise<number> {
  const met = () => metBy(world, service)[how] ?? 0;
  const before = met();
  const back = takeAway(world, service, how);
  await rest(ms);
  await wait(() => met() > before);
  back();
  return met() - before;
}

/** @returns how often the rarest of them has been met by now */
export async function mishaps(
  { service, mishaps, oneIn, ms }: Of<'mishaps'>,
  { world, wait, rest, clocks, chance }: Parts,
): Promise<number> {
  const least = () => Math.min(...mishaps.map((mishap) => metBy(world, service)[mishap] ?? 0));
  const share = 1 / (mishaps.length + 1);
  const enough = disturb(world, service, {
    ...Object.fromEntries(mishaps.map((mishap) => [mishap, share])),
    slowBy: clocks.slowBy,
    ...(mishaps.includes('twice') && { only: ['sendMessage'] }),
    random: dealer(mishaps, share, oneIn, chance.below(2 ** 31)),
  });
  await rest(ms);
  await wait(() => least() > 0);
  enough();
  return least();
}

/** Dice that throw each mishap as often as any other, however few calls there are. */
function dealer(mishaps: readonly Mishap[], share: number, oneIn: number, seed: number): () => number {
  const chance = createChance(seed);
  const inOrder = OF_A_SENDING.filter((mishap) => mishaps.includes(mishap));
  let left: Mishap[] = [];
  return () => {
    if (!chance.once(oneIn)) return 1;
    if (left.length === 0) left = shuffled(inOrder, chance);
    const next = left.pop();
    return next === undefined ? 1 : (inOrder.indexOf(next) + 0.5) * share;
  };
}

/** What people do comes twice. */
export async function twice({ after, ms }: Of<'twice'>, { world: { slack }, wait, rest }: Parts): Promise<number> {
  const before = slack.seen.copies();
  slack.deliverTwice(undefined, { after });
  await rest(ms);
  await wait(() => slack.seen.copies() > before);
  slack.deliverTwice([]);
  return slack.seen.copies() - before;
}

export async function reconnect({ world: { slack }, wait }: Parts): Promise<number> {
  const connections = (await wait(() => slack.seen.connections() || undefined)) ?? 0;
  slack.disconnect('refresh_requested');
  return connections;
}
