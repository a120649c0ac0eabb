/** Calls that wait until a test lets them go on. */
export type Hold = {
  /** Once as many wait as were to be held. */
  reached: Promise<void>;
  release(): void;
};

export function createHold(times: number): Hold & { wait(): Promise<void> } {
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  let missing = times;
  return {
    reached: reached.promise,
    release: released.resolve,
    wait() {
      missing -= 1;
      if (missing === 0) reached.resolve();
      return released.promise;
    },
  };
}
