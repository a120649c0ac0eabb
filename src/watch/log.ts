import { LogLevel, type Logger as SlackLogger } from '@slack/bolt';
import { type Logger, pino } from 'pino';

/** JSON lines on standard output. Payload bodies, tokens and passwords are never handed to it, at any level. */
export function createLog(): Logger {
  return pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeError } });
}

/** An error by what names it. Its other properties may hold requests and answers, and so what must not be logged. */
function describeError(err: unknown): unknown {
  if (!(err instanceof Error)) return String(err);
  const { name, message, stack, cause } = err;
  return { name, message, stack, ...(cause instanceof Error && { cause: describeError(cause) }) };
}

/** The log as Slack's SDK wants it. What the SDK says at debug level is dropped: it prints whole request bodies. */
export function slackLog(log: Logger): SlackLogger {
  const child = log.child({ from: 'slack' });
  const line = (parts: unknown[]) =>
    parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
  return {
    debug: () => {},
    info: (...parts) => child.debug(line(parts)),
    warn: (...parts) => child.warn(line(parts)),
    error: (...parts) => child.error(line(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
