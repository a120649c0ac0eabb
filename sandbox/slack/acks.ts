import type { Reply } from './envelopes.ts';

export type Acks = ReturnType<typeof createAcks>;

/** The envelopes that wait for the app's first answer, and for how long. */
export function createAcks(timeout: number) {
  const pending = new Map<string, { settle(reply: Reply): void; timer: NodeJS.Timeout }>();

  function settle(envelope: string, reply: Reply): void {
    const waiting = pending.get(envelope);
    if (!waiting) return;
    pending.delete(envelope);
    clearTimeout(waiting.timer);
    waiting.settle(reply);
  }

  /** @returns how many there were */
  function settleAll(reply: Reply): number {
    const waiting = [...pending.keys()];
    for (const envelope of waiting) settle(envelope, reply);
    return waiting.length;
  }

  return {
    of: (envelope: string): Promise<Reply> =>
      new Promise((resolve) => {
        const timer = setTimeout(() => settle(envelope, { failed: 'operation_timeout' }), timeout);
        pending.set(envelope, { settle: resolve, timer });
      }),
    /** What the app sends: anything but an ack says nothing here. */
    receive(data: string): void {
      const ack = readAck(data);
      if (ack) settle(ack.envelope_id, { ack: ack.payload });
    },
    /** The time of every ack that is waited for is over. @returns how many those were */
    runOut: (): number => settleAll({ failed: 'operation_timeout' }),
    giveUp: (): void => void settleAll({ failed: 'dispatch_unknown_error' }),
  };
}

function readAck(data: string): { envelope_id: string; payload: unknown } | undefined {
  try {
    const { envelope_id, payload } = JSON.parse(data);
    return typeof envelope_id === 'string' ? { envelope_id, payload } : undefined;
  } catch {
    return undefined;
  }
}
