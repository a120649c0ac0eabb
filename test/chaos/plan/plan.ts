import { createChance } from '../../../sandbox/organization/invented/chance.ts';
import type { Clocks } from '../clocks.ts';
import { briefPlan } from './brief.ts';
import type { Lane } from './spells.ts';
import { wholePlan } from './whole.ts';

/** Everything that will be done, by the seed alone; in no minutes everything once. */
export function planOf(seed: number, minutes: number, clocks: Clocks): Lane[] {
  const chance = createChance(seed);
  return minutes === 0 ? briefPlan(clocks, chance) : wholePlan(minutes * 60_000, clocks, chance);
}
