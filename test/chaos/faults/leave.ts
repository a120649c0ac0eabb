import type { Spell } from '../plan/spells.ts';
import { disturb, metBy, takeAway } from '../world/moments.ts';
import type { Parts } from './parts.ts';

/** A service carries a call out that begins something, and is away from then on: until others have met that, at least. */
export async function leave(
  { at: { service, operation }, answer, how, ms }: Extract<Spell, { kind: 'leave' }>,
  { world, wait, rest, clocks }: Parts,
): Promise<number> {
  const met = () => metBy(world, service)[how] ?? 0;
  const left: { back(): void; met: number }[] = [];
  const enough = disturb(world, service, {
    only: [operation],
    [answer]: 1,
    slowBy: clocks.slowBy,
    // Asked at each call, before it is carried out: the fate of this one is decided by then.
    random() {
      if (left.length > 0) return 1;
      left.push({ met: met(), back: takeAway(world, service, how) });
      return 0;
    },
  });
  const gone = await wait(() => left[0]);
  enough();
  if (!gone) return 0;
  await rest(ms);
  const isMet = await wait(() => met() > gone.met);
  gone.back();
  return isMet ? 1 : 0;
}
