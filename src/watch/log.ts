import { type Logger, pino } from 'pino';
import { causesOf } from './causes.ts';

/** JSON lines on standard output. Payload bodies, tokens and passwords are never handed to it, at any level. */
export function createLog(): Logger {
  return pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeError } });
}

/** An error by what names it. Its other properties may hold requests and answers, and so what must not be logged. */
function describeError(err: unknown): unknown {
  if (!(err instanceof Error)) return String(err);
  const { name, message, stack } = err;
  const [, cause] = causesOf(err);
  return { name, message, stack, ...(cause && { cause: describeError(cause) }) };
}
