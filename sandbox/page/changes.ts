/** Tells whoever listens that something in the world may have changed; what it was, they look up. */
export type Changes = ReturnType<typeof createChanges>;

export function createChanges() {
  const listeners = new Set<() => void>();
  return {
    tell(): void {
      for (const listener of listeners) listener();
    },
    /** @returns what ends it */
    listen(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
