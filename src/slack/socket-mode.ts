import { type Logger, SocketModeReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Connection } from './connection.ts';
import { logRefusedSockets } from './refused-sockets.ts';
import type { Transport } from './transport.ts';

/**
 * Slack asks each connection to leave and come back every few hours, and coming back takes the SDK five seconds: while
 * one is away, the other is there. Slack allows an app ten, so at most five processes, a rollout's included.
 */
const CONNECTIONS = 2;

/** The bot calls Slack, and Slack answers over the same connections: nothing has to be reachable from outside. */
export function overSocketMode(
  appToken: string,
  { api, dispatcher }: { api: WebClientOptions } & Pick<Transport, 'dispatcher'>,
  logger: Logger,
): Connection {
  logRefusedSockets(logger);
  // Built by hand: the `socketMode` shorthand shares its clientOptions with every listener's client, 100 retries and all.
  const connect = () =>
    new SocketModeReceiver({
      appToken,
      ...(dispatcher && { dispatcher }),
      logger,
      // Keeps trying while Slack is away, at most a quarter of a minute apart.
      installerOptions: { clientOptions: { ...api, retryConfig: { retries: 100, factor: 1.3, maxTimeout: 15_000 } } },
    });
  const receiver = connect();
  const others = Array.from({ length: CONNECTIONS - 1 }, connect);

  return {
    receiver,
    async start(app) {
      for (const other of others) other.init(app);
      await Promise.all([app.start(), ...others.map((other) => other.start())]);
    },
    isConnected: () => [receiver, ...others].some(({ client }) => client.websocket?.isActive() ?? false),
    async stop() {
      const leaving = [receiver, ...others].map(({ client }) => {
        const isOpen = client.websocket?.isActive() ?? false;
        const left = client.disconnect();
        // Of one that is not open the SDK waits for ever: it hears only of a connection that closes.
        return isOpen ? left : undefined;
      });
      await Promise.all(leaving);
    },
  };
}
