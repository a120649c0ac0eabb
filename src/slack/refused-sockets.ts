import { subscribe } from 'node:diagnostics_channel';
import type { Logger } from '@slack/bolt';
import { withCauses } from '../watch/causes.ts';

type Upgrade = { request: { upgrade?: string | null; origin: string } };

/**
 * Logs why a WebSocket could not be opened: its client learns no more than that, and tries for ever. Many a gateway lets the Web API
 * pass and no WebSocket. https://github.com/nodejs/undici/blob/main/docs/docs/api/DiagnosticsChannel.md
 */
export function logRefusedSockets(logger: Logger): void {
  const tell = ({ request }: Upgrade, why: string) => {
    if (request.upgrade === 'websocket')
      logger.error(`no WebSocket could be opened to ${request.origin} (${why}): let it pass the proxy or gateway`);
  };
  subscribe('undici:request:error', (message) => {
    const failed = message as Upgrade & { error: Error };
    tell(failed, withCauses(failed.error));
  });
  subscribe('undici:request:headers', (message) => {
    const answered = message as Upgrade & { response: { statusCode: number } };
    const { statusCode } = answered.response;
    if (statusCode !== 101) tell(answered, `HTTP ${statusCode}`);
  });
}
