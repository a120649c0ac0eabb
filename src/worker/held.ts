import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Logger } from 'pino';
import type { TaskQueue } from '../aws/task-queue.ts';
import { NotHeld } from './task-error.ts';

/** Whether the work is still this process's: an effect that cannot be undone asks right before it happens. */
export type Hold = {
  /** Aborts once somebody else may be at it. */
  signal: AbortSignal;
  /** Asks the clock, too: a process that was frozen may not have noticed yet. */
  isHeld(): boolean;
};

/** Of work that nobody else can be given. */
export const ALWAYS: Hold = { signal: new AbortController().signal, isHeld: () => true };

/** @throws NotHeld where somebody else may be at it */
export function mustHold({ isHeld }: Pick<Hold, 'isHeld'>): void {
  if (!isHeld()) throw new NotHeld();
}

/** What SQS says of a receipt that counts no more; of FIFO queues it calls it an invalid value. */
const COUNTS_NO_MORE = /^(ReceiptHandleIsInvalid|MessageNotInflight|InvalidParameterValue)/;

type Parts = { sqs: SQSClient; queue: Pick<TaskQueue, 'url' | 'visibilityTimeout'>; log: Logger };

/**
 * Holds a message: tells the queue again and again that it is worked on, until its end. That the queue cannot be told does no harm
 * until the time is over that it was told last; from then on it may have given the message to somebody else.
 * @param askedAt when the queue was asked for it: it may have been handed out right then. By `now`
 * @throws NotHeld where it came so late that nobody knows, and the queue does not say either
 */
export async function hold(receipt: string | undefined, askedAt: number, { sqs, queue, log }: Parts) {
  const lasting = queue.visibilityTimeout * 1000;
  /** An effect takes its time. */
  const margin = lasting / 6;
  const lost = new AbortController();
  let heldUntil = 0;
  let losing: NodeJS.Timeout | undefined;
  let isLogged = false;
  let isOver = false;
  const isHeld = () => !lost.signal.aborted && now() < heldUntil;
  const isTold = (at: number) => {
    if (isOver) return;
    heldUntil = Math.max(heldUntil, at + lasting - margin);
    clearTimeout(losing);
    losing = setTimeout(() => lost.abort(), Math.max(0, heldUntil - now()));
  };

  async function beat(): Promise<void> {
    const at = now();
    const change = { QueueUrl: queue.url, ReceiptHandle: receipt, VisibilityTimeout: queue.visibilityTimeout };
    try {
      await sqs.send(new ChangeMessageVisibilityCommand(change), { abortSignal: lost.signal });
      isTold(at);
    } catch (err) {
      if (isOver) return;
      // By no means the queue that does not answer: what is in hand goes on, and is told of once.
      if (!isLogged) log.warn({ err }, 'could not tell the queue that a message is still being worked on');
      isLogged = true;
      if (err instanceof Error && COUNTS_NO_MORE.test(err.name)) lost.abort();
    }
  }

  // A receive may wait for 20 seconds: if it did, the message may be ours for hardly any longer.
  if (now() - askedAt > lasting / 3) await beat();
  else isTold(askedAt);
  const beating = setInterval(() => void beat(), lasting / 3);
  const end = () => {
    isOver = true;
    clearInterval(beating);
    clearTimeout(losing);
  };
  lost.signal.addEventListener('abort', end);
  if (!isHeld()) {
    end();
    throw new NotHeld();
  }
  return { signal: lost.signal, isHeld, end };
}

const started = { wall: Date.now(), monotonic: performance.now() };

/** Milliseconds that go on while the machine sleeps, and whoever sets its clock back. */
export const now = (): number =>
  Math.max(Date.now() - started.wall, performance.now() - started.monotonic) + started.wall;
