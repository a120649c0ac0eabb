import { type WebClient, WebClientEvent } from '@slack/web-api';
import type { Metrics } from '../watch/metrics.ts';

/** Counts Slack's answers that ask to slow down, whether the client waits or the call is refused. */
export function countSlackThrottling(
  clients: Record<string, WebClient>,
  { throttled }: Pick<Metrics, 'throttled'>,
): void {
  for (const client of Object.values(clients))
    client.on(WebClientEvent.RATE_LIMITED, () => throttled.inc({ service: 'slack' }));
  throttled.inc({ service: 'slack' }, 0);
}
