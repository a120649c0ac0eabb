import { type Logger, pino } from 'pino';
import { causesOf, withoutCredentials } from './causes.ts';

/** JSON lines on standard output. Payload bodies, tokens and passwords are never handed to it, at any level. */
export function createLog(): Logger {
  return pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeError } });
}

/** An error by what names it. Its other properties may hold requests and answers, and so what must not be logged. */
function describeError(err: unknown): unknown {
  if (!(err instanceof Error)) return withoutCredentials(String(err));
  return causesOf(err).reduceRight<object | undefined>(
    (cause, { name, message, stack = '' }) => ({
      name,
      message: withoutCredentials(message),
      stack: withoutCredentials(stack),
      ...(cause && { cause }),
    }),
    undefined,
  );
}
