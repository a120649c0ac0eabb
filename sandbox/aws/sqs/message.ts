import { createHash, randomUUID } from 'node:crypto';

export type Message = {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  readonly group: string;
  readonly deduplicationId: string;
  /** Larger than that of every message before it. */
  readonly sequenceNumber: string;
  receiveCount: number;
  firstReceivedAt: number | undefined;
  /** In milliseconds; in flight until then. */
  visibleAt: number;
  receiptHandle: string | undefined;
};

let sent = 0n;

export function newMessage(more: Pick<Message, 'body' | 'group' | 'deduplicationId'>): Message {
  sent += 1n;
  return {
    ...more,
    id: randomUUID(),
    sentAt: Date.now(),
    sequenceNumber: String(18_870_000_000_000_000_000n + sent),
    receiveCount: 0,
    firstReceivedAt: undefined,
    visibleAt: 0,
    receiptHandle: undefined,
  };
}

export const isInFlight = ({ visibleAt }: Message): boolean => visibleAt > Date.now();

/** What stands for its id where a queue tells messages apart by their content. */
export const idByContent = (body: string): string => createHash('sha256').update(body).digest('hex');
