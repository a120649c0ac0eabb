import { randomBytes } from 'node:crypto';
import { AwsError } from '../aws-error.ts';
import type { Json } from '../json.ts';
import { RanOut, TaskError } from '../task-error.ts';

type Waiting = { executionArn: string; resolve(output: Json): void; reject(error: Error): void };

/** Task tokens: each is answered once; after that, or when its state is over, it is closed for good. */
export function createTokens() {
  const open = new Map<string, Waiting>();
  const closed = new Set<string>();

  const take = (token: string): Waiting => {
    const waiting = find(token);
    close(token);
    return waiting;
  };
  const find = (token: string): Waiting => {
    const waiting = open.get(token);
    if (waiting) return waiting;
    throw closed.has(token)
      ? new AwsError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'")
      : new AwsError('InvalidToken', "Invalid Token: 'Invalid token'");
  };
  const close = (token: string): void => {
    open.delete(token);
    closed.add(token);
  };

  return {
    /** A new token, and what it is answered with; closed when the signal aborts, or where nobody was told of it. */
    open(executionArn: string, signal: AbortSignal): { token: string; answer: Promise<Json>; close(): void } {
      const token = createToken();
      const { promise, resolve, reject } = Promise.withResolvers<Json>();
      open.set(token, { executionArn, resolve, reject });
      // Whoever opened it may have failed before waiting for the answer.
      promise.catch(() => undefined);
      signal.addEventListener(
        'abort',
        () => {
          if (!open.has(token)) return;
          close(token);
          reject(signal.reason);
        },
        { once: true },
      );
      return { token, answer: promise, close: () => close(token) };
    },
    beat: (token: string): void => void find(token),
    succeed: (token: string, output: Json): void => take(token).resolve(output),
    fail: (token: string, error: string, cause: string): void => take(token).reject(new TaskError(error, cause)),
    /** The time of what an execution waits for is over, however much it had left. */
    runOut(executionArn: string): void {
      const [token] = [...open].find(([, waiting]) => waiting.executionArn === executionArn) ?? [];
      if (token === undefined) throw new Error(`${executionArn} waits for no answer.`);
      take(token).reject(new RanOut());
    },
  };
}

export type Tokens = ReturnType<typeof createTokens>;

/** As long as AWS's, and with their beginning: whoever stores tokens in 255 characters finds out here. */
const createToken = () => `AQCYAAAAKgAAAAMAAAAAAAAAA${randomBytes(507).toString('base64')}`;
