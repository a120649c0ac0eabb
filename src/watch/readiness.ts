/** What must be there before the bot can work, by what it can say of itself. */
type Watched = {
  accounts: { isLoaded: boolean };
  slack: { isConnected(): boolean };
  worker: { isReachable: boolean };
};

export type Readiness = ReturnType<typeof createReadiness>;

/** Whether the bot can work, part by part; from the signal on it takes no new work. */
export function createReadiness(signal: AbortSignal) {
  const watched: Partial<Watched> = {};
  const stateOf = <Part>(part: Part | undefined, isRight: (part: Part) => boolean, trouble: string): string => {
    if (!part) return 'not started';
    return isRight(part) ? 'ok' : trouble;
  };

  return {
    /** From now on these parts are looked at; until then they count as missing. */
    over(more: Partial<Watched>): void {
      Object.assign(watched, more);
    },

    /** Each part with `ok` or what is wrong. */
    read(): { ready: boolean; stopping: boolean; parts: Record<string, string> } {
      const { accounts, slack, worker } = watched;
      const parts = {
        // Nothing is watched before it has been read.
        policy: 'ok',
        accounts: stateOf(accounts, ({ isLoaded }) => isLoaded, 'not loaded yet'),
        slack: stateOf(slack, ({ isConnected }) => isConnected(), 'not connected'),
        queue: stateOf(worker, ({ isReachable }) => isReachable, 'did not answer when it was last asked'),
      };
      const stopping = signal.aborted;
      return { ready: !stopping && Object.values(parts).every((state) => state === 'ok'), stopping, parts };
    },
  };
}
