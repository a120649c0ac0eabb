import type { Chance } from '../../../sandbox/organization/invented/chance.ts';

/** In an order that the dice decide. */
export function shuffled<Item>(items: readonly Item[], chance: Chance): Item[] {
  const left = [...items];
  return items.flatMap(() => left.splice(chance.below(left.length), 1));
}

/** Between two numbers, both possible. */
export const between = (least: number, most: number, chance: Chance): number => least + chance.below(most - least + 1);
