import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createDeduplication } from './deduplication.ts';

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

let sent = 0n;

/**
 * A FIFO queue: of a group nothing is given out while one of it is in flight, a message sent again within five minutes is the
 * same, and after `maxReceives` receives it is set aside.
 */
export function createQueue(redrive?: { maxReceives: number; deadLetters: { put(message: Message): void } }) {
  let messages: Message[] = [];
  const handles = new Map<string, Message>();
  const attempts = createDeduplication<{ message: Message; handle: string | undefined }[]>(DEDUPLICATION_MS);
  const earlier = createDeduplication<Message>(DEDUPLICATION_MS);
  const waiting = new Set<() => void>();

  const put = (message: Message): void => {
    messages.push(message);
    wake();
  };

  const send = (body: string, group: string, deduplicationId = sha256(body)): Message => {
    const key = `${group} ${deduplicationId}`;
    const known = earlier.find(key);
    if (known) return known;
    const message = newMessage({ body, group, deduplicationId });
    earlier.remember(key, message);
    put(message);
    return message;
  };

  const receive = async ({ max, wait, visibility, attemptId, signal }: ReceiveOptions): Promise<Message[]> => {
    const until = Date.now() + wait;
    for (;;) {
      // A client that hung up gets nothing: what it would be given here would be hidden for nobody.
      if (signal.aborted) return [];
      const received = (attemptId && sameAgain(attemptId, visibility)) || take(max, visibility);
      if (received.length > 0 && attemptId)
        attempts.remember(
          attemptId,
          received.map((message) => ({ message, handle: message.receiptHandle })),
        );
      if (received.length > 0 || Date.now() >= until) return received;
      await somethingToTake(until, signal);
    }
  };

  /** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html, ReceiveRequestAttemptId */
  function sameAgain(attemptId: string, visibility: number): Message[] | undefined {
    const given = attempts.find(attemptId);
    const isUntouched = given?.every(
      ({ message, handle }) => message.receiptHandle === handle && isInFlight(message) && messages.includes(message),
    );
    if (!given || !isUntouched) return undefined;
    for (const { message } of given) message.visibleAt = Date.now() + visibility;
    return given.map(({ message }) => message);
  }

  function take(max: number, visibility: number): Message[] {
    setAside();
    const locked = new Set(messages.filter(isInFlight).map(({ group }) => group));
    const taken = messages.filter(({ group }) => !locked.has(group)).slice(0, max);
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

  /** Among the dead letters it has its own id for the deduplication: Developer Guide, dead-letter queue redrive. */
  function setAside(): void {
    if (!redrive) return;
    const { maxReceives, deadLetters } = redrive;
    const dead = messages.filter((message) => !isInFlight(message) && message.receiveCount >= maxReceives);
    messages = messages.filter((message) => !dead.includes(message));
    for (const message of dead) deadLetters.put({ ...message, deduplicationId: message.id });
  }

  function somethingToTake(until: number, signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const next = Math.min(until, ...messages.filter(isInFlight).map(({ visibleAt }) => visibleAt));
    const timer = setTimeout(resolve, Math.max(1, next - Date.now()));
    const hangUp = () => resolve();
    waiting.add(resolve);
    signal.addEventListener('abort', hangUp);
    return promise.finally(() => {
      clearTimeout(timer);
      waiting.delete(resolve);
      signal.removeEventListener('abort', hangUp);
    });
  }

  function wake(): void {
    for (const resolve of waiting) resolve();
  }

  /** The message of a handle that was once given out. It counts no more once the message may be received by somebody else. */
  const messageOf = (handle: string): { message: Message; isCurrent: boolean } | undefined => {
    const message = handles.get(handle);
    const isCurrent = message?.receiptHandle === handle && isInFlight(message);
    return message && { message, isCurrent };
  };

  return {
    put,
    send,
    receive,
    messageOf,
    isThere: (message: Message): boolean => messages.includes(message),
    remove(message: Message): void {
      messages = messages.filter((other) => other !== message);
      wake();
    },
    hide(message: Message, visibility: number): void {
      message.visibleAt = Date.now() + visibility;
      wake();
    },
    /** Whoever waits looks again: the clock has been moved on. */
    lookAgain: wake,
    size: (): number => messages.length,
    /** Whoever had received something is gone: it is seen again. */
    giveBack(): void {
      const now = Date.now();
      for (const message of messages) message.visibleAt = Math.min(message.visibleAt, now);
      wake();
    },
    /** Takes all that are not in flight. */
    empty(): Message[] {
      const taken = messages.filter((message) => !isInFlight(message));
      messages = messages.filter(isInFlight);
      return taken;
    },
    counts() {
      const hidden = messages.filter(isInFlight).length;
      return { visible: messages.length - hidden, hidden };
    },
  };
}

const isInFlight = ({ visibleAt }: Message): boolean => visibleAt > Date.now();

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function newMessage(more: Pick<Message, 'body' | 'group' | 'deduplicationId'>): Message {
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
