import { createHash, randomBytes, randomUUID } from 'node:crypto';

export type Message = {
  readonly id: string;
  readonly body: string;
  readonly md5: string;
  readonly sentAt: number;
  receiveCount: number;
  /** In milliseconds; hidden until then. */
  visibleAt: number;
  receiptHandle: string | undefined;
};

export type ReceiveOptions = {
  max: number;
  /** In milliseconds, how long to wait for a first message. */
  wait: number;
  /** In milliseconds, how long what was received stays hidden. */
  visibility: number;
  signal: AbortSignal;
};

export type Queue = ReturnType<typeof createQueue>;

/** A standard queue: at least once, hidden while received, aside after `maxReceives` receives. */
export function createQueue(redrive?: { maxReceives: number; deadLetters: { put(message: Message): void } }) {
  let messages: Message[] = [];
  const handles = new Map<string, Message>();
  const waiting = new Set<() => void>();

  const put = (message: Message): void => {
    messages.push(message);
    wake();
  };

  const send = (body: string, delay = 0): Message => {
    const now = Date.now();
    const md5 = createHash('md5').update(body).digest('hex');
    const message: Message = {
      id: randomUUID(),
      body,
      md5,
      sentAt: now,
      receiveCount: 0,
      visibleAt: now + delay,
      receiptHandle: undefined,
    };
    put(message);
    return message;
  };

  const receive = async ({ max, wait, visibility, signal }: ReceiveOptions): Promise<Message[]> => {
    const until = Date.now() + wait;
    for (;;) {
      // A client that hung up gets nothing: what it would be given here would be hidden for nobody.
      if (signal.aborted) return [];
      const received = take(max, visibility);
      if (received.length > 0 || Date.now() >= until) return received;
      await somethingToTake(until, signal);
    }
  };

  function take(max: number, visibility: number): Message[] {
    const now = Date.now();
    setAside(now);
    const taken = messages.filter(({ visibleAt }) => visibleAt <= now).slice(0, max);
    for (const message of taken) {
      message.receiveCount += 1;
      message.visibleAt = now + visibility;
      message.receiptHandle = randomBytes(120).toString('base64');
      handles.set(message.receiptHandle, message);
    }
    return taken;
  }

  function setAside(now: number): void {
    if (!redrive) return;
    const { maxReceives, deadLetters } = redrive;
    const isDead = (message: Message) => message.visibleAt <= now && message.receiveCount >= maxReceives;
    const dead = messages.filter(isDead);
    messages = messages.filter((message) => !dead.includes(message));
    for (const message of dead) deadLetters.put({ ...message, visibleAt: now });
  }

  function somethingToTake(until: number, signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const next = Math.min(until, ...messages.map(({ visibleAt }) => visibleAt));
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

  /** The message of a handle that was once given out; a handle of an earlier receive no longer does anything. */
  const messageOf = (handle: string): { message: Message; current: boolean } | undefined => {
    const message = handles.get(handle);
    return message && { message, current: message.receiptHandle === handle && messages.includes(message) };
  };

  return {
    put,
    send,
    receive,
    messageOf,
    remove(message: Message): void {
      messages = messages.filter((other) => other !== message);
    },
    hide(message: Message, visibility: number): void {
      message.visibleAt = Date.now() + visibility;
      wake();
    },
    /** Whoever had received something is gone: it is seen again. */
    giveBack(): void {
      const now = Date.now();
      for (const message of messages) message.visibleAt = Math.min(message.visibleAt, now);
      wake();
    },
    counts() {
      const now = Date.now();
      const visible = messages.filter(({ visibleAt }) => visibleAt <= now).length;
      return { visible, hidden: messages.length - visible };
    },
  };
}
