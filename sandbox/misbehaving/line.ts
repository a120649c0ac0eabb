/** How a service is away: it breaks each connection, answers 503, or takes the call and never answers. */
export type Outage = 'refuses' | 'unavailable' | 'silent';

/** What a call may meet besides. */
export type Mishap = 'broken' | 'throttled' | 'lost' | 'cutOff' | 'slow' | 'twice';

/** Which share of the calls meets what, from 0 to 1 and at most 1 together: the others are carried as ever. */
export type Disturbance = {
  /** Not carried out: the service fails inside, or asks to slow down. */
  broken?: number;
  throttled?: number;
  /** Carried out, and the connection breaks before the answer or in the middle of it. */
  lost?: number;
  cutOff?: number;
  /** Carried out, and answered so many milliseconds later. */
  slow?: number;
  slowBy?: number;
  /** Carried out twice. Only what Step Functions and EventBridge send to SQS. */
  twice?: number;
  /** These operations alone, such as `SendTaskSuccess` or `chat.postMessage`. */
  only?: readonly string[];
  /** From 0 to 1, as Math.random: with a seed of its own the same calls meet the same. */
  random?: () => number;
};

/** What becomes of one call. */
export type Fate = { kind: Outage | Mishap; slowBy: number };

export type Line = ReturnType<typeof createLine>;

export const OF_A_CALL: readonly Mishap[] = ['broken', 'throttled', 'lost', 'cutOff', 'slow'];
export const OF_A_SENDING: readonly Mishap[] = [...OF_A_CALL, 'twice'];

/** What lies between two sides: it can be interrupted for a while, and disturbed. */
export function createLine(onAway: (outage: Outage | undefined) => void = () => {}) {
  const outages = new Set<{ outage: Outage }>();
  const disturbances = new Set<Disturbance>();
  const met: Partial<Record<Outage | Mishap, number>> = {};

  const current = (): Outage | undefined => [...outages].at(-1)?.outage;

  function draw(operation: string, possible: readonly Mishap[], disturbance: Disturbance): Mishap | undefined {
    const { random = Math.random, only } = disturbance;
    if (only && !only.includes(operation)) return undefined;
    let left = random();
    return possible.find((mishap) => {
      left -= disturbance[mishap] ?? 0;
      return left < 0;
    });
  }

  function next(operation: string, possible: readonly Mishap[]): Fate | undefined {
    const outage = current();
    if (outage) return { kind: outage, slowBy: 0 };
    for (const disturbance of disturbances) {
      const mishap = draw(operation, possible, disturbance);
      if (mishap) return { kind: mishap, slowBy: disturbance.slowBy ?? 2_000 };
    }
    return undefined;
  }

  return {
    /** Interrupts it; what it gives back ends that. */
    away(outage: Outage = 'refuses'): () => void {
      const entry = { outage };
      outages.add(entry);
      onAway(current());
      return () => {
        if (outages.delete(entry)) onAway(current());
      };
    },

    /** Disturbs it; what it gives back ends that. */
    disturb(disturbance: Disturbance): () => void {
      disturbances.add(disturbance);
      return () => void disturbances.delete(disturbance);
    },

    /** How often a call has met what. */
    met: (): Partial<Record<Outage | Mishap, number>> => ({ ...met }),

    outage: current,

    /** What becomes of this call; counted. */
    fateOf(operation: string, possible = OF_A_CALL): Fate | undefined {
      const fate = next(operation, possible);
      if (fate) met[fate.kind] = (met[fate.kind] ?? 0) + 1;
      return fate;
    },
  };
}
