/** Remembers something by a key for a while. */
export function createDeduplication<Item>(milliseconds: number) {
  const known = new Map<string, { item: Item; until: number }>();

  /** The oldest come first. */
  function forget(): void {
    const now = Date.now();
    for (const [key, { until }] of known) {
      if (until > now) return;
      known.delete(key);
    }
  }

  return {
    find(key: string): Item | undefined {
      forget();
      return known.get(key)?.item;
    },
    remember(key: string, item: Item): void {
      known.delete(key);
      known.set(key, { item, until: Date.now() + milliseconds });
    },
  };
}
