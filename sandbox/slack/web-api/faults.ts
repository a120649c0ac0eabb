/** How a call is answered instead of, or besides, being carried out. */
export type Fault =
  | { status: 429; retryAfter: number }
  | { status: 500 | 502 | 503 }
  | { error: string }
  /** Carried out, but the connection breaks before the answer arrives. */
  | { lost: true }
  /** Carried out, but only after so many milliseconds. */
  | { after: number };

export type Faults = ReturnType<typeof createFaults>;

/** Faults ordered for the next calls of a method, first come first served. */
export function createFaults() {
  const queues = new Map<string, Fault[]>();
  return {
    order(method: string, fault: Fault, times = 1): void {
      queues.set(method, [...(queues.get(method) ?? []), ...Array.from({ length: times }, () => fault)]);
    },
    take: (method: string): Fault | undefined => queues.get(method)?.shift(),
  };
}
