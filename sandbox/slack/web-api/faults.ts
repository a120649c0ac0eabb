import { createHold, type Hold } from '../../misbehaving/hold.ts';

/** How a call is answered instead of, or besides, being carried out. */
export type Fault =
  | { status: 429; retryAfter: number }
  | { status: 500 | 502 | 503 }
  | { error: string }
  /** Carried out, but the connection breaks before the answer arrives. */
  | { lost: true }
  /** Carried out as always: what is ordered next meets a later call. */
  | { none: true }
  /** Carried out, but only once a test lets it be, or answered only then. */
  | { waits: () => Promise<void>; before: 'call' | 'answer' };

export type Faults = ReturnType<typeof createFaults>;

/** Faults ordered for the next calls of a method, first come first served. */
export function createFaults() {
  const queues = new Map<string, Fault[]>();
  function order(method: string, fault: Fault, times = 1): void {
    queues.set(method, [...(queues.get(method) ?? []), ...Array.from({ length: times }, () => fault)]);
  }
  return {
    order,
    hold(method: string, times = 1, before: 'call' | 'answer' = 'call'): Hold {
      const hold = createHold(times);
      order(method, { waits: hold.wait, before }, times);
      return hold;
    },
    take: (method: string): Fault | undefined => queues.get(method)?.shift(),
  };
}
