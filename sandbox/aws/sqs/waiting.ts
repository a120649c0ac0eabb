/** Those who wait until there is something to receive. */
export function createWaiting() {
  const waiting = new Set<() => void>();

  return {
    wake(): void {
      for (const resolve of waiting) resolve();
    },
    /** Until they are woken, or then at the latest; not once the client has hung up. */
    until(moment: number, signal: AbortSignal): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, Math.max(1, moment - Date.now()));
      const hangUp = () => resolve();
      waiting.add(resolve);
      signal.addEventListener('abort', hangUp);
      return promise.finally(() => {
        clearTimeout(timer);
        waiting.delete(resolve);
        signal.removeEventListener('abort', hangUp);
      });
    },
  };
}
