/** What must be there before the bot can work. */
const PARTS = ['policy', 'accounts', 'slack', 'queue'] as const;

type Part = (typeof PARTS)[number];

/** Says what is wrong with a part; `undefined` if nothing is. */
type Watch = () => string | undefined;

export type Readiness = ReturnType<typeof createReadiness>;

/** Whether the bot can work, part by part; from the signal on it takes no new work. */
export function createReadiness(signal: AbortSignal) {
  const watches: Partial<Record<Part, Watch>> = {};

  return {
    /** From now on these parts are looked at; until then they count as missing. */
    watch(more: Partial<Record<Part, Watch>>): void {
      Object.assign(watches, more);
    },

    /** Each part with `ok` or what is wrong. */
    read(): { ready: boolean; stopping: boolean; parts: Record<string, string> } {
      const trouble = (part: Part): string | undefined => {
        const watch = watches[part];
        return watch ? watch() : 'not started';
      };
      const parts = Object.fromEntries(PARTS.map((part) => [part, trouble(part) ?? 'ok']));
      const stopping = signal.aborted;
      return { ready: !stopping && Object.values(parts).every((state) => state === 'ok'), stopping, parts };
    },
  };
}
