/** Work for later, which is dropped when the world stops. */
export function createTimers(onChange: () => void): { later(ms: number, work: () => void): void; stop(): void } {
  const waiting = new Set<NodeJS.Timeout>();
  return {
    later(ms, work) {
      const timer = setTimeout(() => {
        waiting.delete(timer);
        work();
        onChange();
      }, ms);
      waiting.add(timer);
    },
    stop() {
      for (const timer of waiting) clearTimeout(timer);
      waiting.clear();
    },
  };
}
