import { randomBytes } from 'node:crypto';
import { createAttempts } from './attempts.ts';
import { createDeduplication } from './deduplication.ts';
import { idByContent, isInFlight, type Message, newMessage } from './message.ts';
import { createShelf, type Redrive } from './shelf.ts';
import { createWaiting } from './waiting.ts';

export type ReceiveOptions = {
  max: number;
  /** In milliseconds, how long to wait for a first message. */
  wait: number;
  /** In milliseconds, how long what was received stays hidden. */
  visibility: number;
  /** The same again while nothing has happened to what it was given: the same messages. */
  attemptId?: string | undefined;
  signal: AbortSignal;
};

export type Queue = ReturnType<typeof createQueue>;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html */
const DEDUPLICATION_MS = 5 * 60_000;

/**
 * A FIFO queue: of a group nothing is given out while one of it is in flight, a message sent again within five minutes is the
 * same, and after `maxReceives` receives it is set aside.
 * @param retention so many milliseconds a message is kept
 */
export function createQueue(retention: number, redrive?: Redrive) {
  const shelf = createShelf(retention, redrive);
  const waiting = createWaiting();
  const earlier = createDeduplication<Message>(DEDUPLICATION_MS);
  const handles = new Map<string, Message>();

  const put = (message: Message): void => {
    shelf.put(message);
    waiting.wake();
  };
  return {
    ...changesOf(shelf, waiting),
    put,
    receive: createReceive(shelf, waiting, handles),
    lookAgain: waiting.wake,
    size: shelf.size,
    empty: shelf.empty,

    send(body: string, group: string, deduplicationId = idByContent(body)): Message {
      const key = `${group} ${deduplicationId}`;
      const known = earlier.find(key);
      if (known) return known;
      const message = newMessage({ body, group, deduplicationId });
      earlier.remember(key, message);
      put(message);
      return message;
    },

    /** The message of a handle that was once given out. It counts no more once the message may be received by somebody else. */
    messageOf(handle: string): { message: Message; isCurrent: boolean } | undefined {
      const message = handles.get(handle);
      const isCurrent = message?.receiptHandle === handle && isInFlight(message);
      return message && { message, isCurrent };
    },

    counts() {
      const hidden = shelf.inFlight().length;
      return { visible: shelf.size() - hidden, hidden };
    },
  };
}

type Shelf = ReturnType<typeof createShelf>;
type Waiting = ReturnType<typeof createWaiting>;

/** Gives messages out: each under a handle, hidden from everybody else for a while. */
function createReceive(shelf: Shelf, waiting: Waiting, handles: Map<string, Message>) {
  const attempts = createAttempts(DEDUPLICATION_MS, shelf.has);

  function take(max: number, visibility: number): Message[] {
    const taken = shelf.next(max);
    const now = Date.now();
    for (const message of taken) {
      message.receiveCount += 1;
      message.firstReceivedAt ??= now;
      message.visibleAt = now + visibility;
      message.receiptHandle = randomBytes(120).toString('base64');
      handles.set(message.receiptHandle, message);
    }
    return taken;
  }

  return async ({ max, wait, visibility, attemptId, signal }: ReceiveOptions): Promise<Message[]> => {
    const until = Date.now() + wait;
    for (;;) {
      // A client that hung up gets nothing: what it would be given here would be hidden for nobody.
      if (signal.aborted) return [];
      const received = (attemptId && attempts.sameAgain(attemptId, visibility)) || take(max, visibility);
      if (received.length > 0 && attemptId) attempts.remember(attemptId, received);
      if (received.length > 0 || Date.now() >= until) return received;
      await waiting.until(Math.min(until, ...shelf.inFlight().map(({ visibleAt }) => visibleAt)), signal);
    }
  };
}

/** What becomes of messages that were given out; whoever waits looks again. */
const changesOf = (shelf: Shelf, { wake }: Waiting) => ({
  remove(message: Message): void {
    shelf.remove(message);
    wake();
  },
  hide(message: Message, visibility: number): void {
    message.visibleAt = Date.now() + visibility;
    wake();
  },
  /** Whoever had received something is gone: it is seen again. */
  giveBack(): void {
    const now = Date.now();
    for (const message of shelf.inFlight()) message.visibleAt = now;
    wake();
  },
});
