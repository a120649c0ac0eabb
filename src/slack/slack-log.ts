import { LogLevel, type Logger as SlackLogger } from '@slack/bolt';
import type { Logger } from 'pino';
import { withCauses } from '../watch/causes.ts';

/** The log as Slack's SDK wants it. What the SDK says at debug level is dropped: it prints whole request bodies. */
export function slackLog(log: Logger): SlackLogger {
  const child = log.child({ from: 'slack' });
  const line = (parts: unknown[]) =>
    parts.map((part) => (part instanceof Error ? withCauses(part) : String(part))).join(' ');
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
