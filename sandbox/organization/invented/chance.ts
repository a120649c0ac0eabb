/** Chance that repeats itself: the same seed gives the same dice. */
export type Chance = ReturnType<typeof createChance>;

export function createChance(seed: number) {
  let state = seed;
  /** Mulberry32: small, and even enough for names. */
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (end: number): number => Math.floor(next() * end);

  return {
    below,
    /** True once in so many times. */
    once: (inSoMany: number): boolean => below(inSoMany) === 0,
    oneOf<Item>(items: readonly Item[]): Item {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('There is nothing to choose from.');
      return item;
    },
  };
}
