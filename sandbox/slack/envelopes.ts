/** What a person did, on its way to the app. */
export type Envelope = { type: 'slash_commands' | 'interactive'; payload: object };

/** What became of an envelope; the failures are named as Slack's client shows them. */
export type Reply = { ack: unknown } | { failed: 'operation_timeout' | 'dispatch_unknown_error' };

/**
 * Takes an envelope to the app and brings back its first answer.
 * @param copies after how many milliseconds each the same envelope is delivered once more
 */
export type Deliver = (envelope: Envelope, copies: number[]) => Promise<Reply>;

const KINDS = ['slash_commands', 'block_actions', 'view_submission', 'view_closed', 'block_suggestion'] as const;
export type Kind = (typeof KINDS)[number];

/** Envelopes that are delivered twice, as Slack's are now and then: slackapi/bolt-js#2188, #2487. */
export function createCopies() {
  let twice: readonly string[] = [];
  let after = 0;
  let sent = 0;
  return {
    /** From now on those of these kinds; of none, it is over. The copy comes `after` so many milliseconds, and may find another connection. */
    deliverTwice(kinds: readonly Kind[] = KINDS, options: { after?: number } = {}): void {
      twice = kinds;
      after = options.after ?? 0;
    },
    sent: (): number => sent,
    of({ type, payload }: Envelope): number[] {
      const kind = type === 'interactive' && 'type' in payload ? String(payload.type) : type;
      if (!twice.includes(kind)) return [];
      sent += 1;
      return [after];
    },
  };
}
export type Copies = ReturnType<typeof createCopies>;
