import { isInFlight, type Message } from './message.ts';

export type Redrive = { maxReceives: number; deadLetters: { put(message: Message): void } };

/**
 * The messages that lie in a queue, oldest first.
 * @param retention so many milliseconds each is kept
 */
export function createShelf(retention: number, redrive: Redrive | undefined) {
  let messages: Message[] = [];

  function forgetOld(): void {
    const oldest = Date.now() - retention;
    messages = messages.filter(({ sentAt }) => sentAt > oldest);
  }

  /** Among the dead letters it has its own id for the deduplication, and is kept from then on: Developer Guide, dead-letter queues. */
  function setAside(): void {
    if (!redrive) return;
    const { maxReceives, deadLetters } = redrive;
    const dead = messages.filter((message) => !isInFlight(message) && message.receiveCount >= maxReceives);
    messages = messages.filter((message) => !dead.includes(message));
    for (const message of dead) deadLetters.put({ ...message, deduplicationId: message.id, sentAt: Date.now() });
  }

  return {
    put: (message: Message): void => void messages.push(message),
    has: (message: Message): boolean => messages.includes(message),
    remove(message: Message): void {
      messages = messages.filter((other) => other !== message);
    },
    /** Of a group nothing while one of it is in flight. */
    next(max: number): Message[] {
      forgetOld();
      setAside();
      const locked = new Set(messages.filter(isInFlight).map(({ group }) => group));
      return messages.filter(({ group }) => !locked.has(group)).slice(0, max);
    },
    inFlight: (): Message[] => messages.filter(isInFlight),
    /** Takes all that are not in flight. */
    empty(): Message[] {
      forgetOld();
      const taken = messages.filter((message) => !isInFlight(message));
      messages = messages.filter(isInFlight);
      return taken;
    },
    size(): number {
      forgetOld();
      return messages.length;
    },
  };
}
