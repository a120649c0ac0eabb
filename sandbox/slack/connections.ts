import type { WebSocket } from 'ws';
import { bot } from './bot.ts';

type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

/** Slack takes no more per app, two for each process of the bot and its successor during a rollout. */
const mostConnections = 10;

export type Connections = ReturnType<typeof createConnections>;

/** The WebSockets of the app. */
export function createConnections() {
  const connections: WebSocket[] = [];
  let turn = 0;
  const ready = (): WebSocket[] => connections.filter(({ readyState, OPEN }) => readyState === OPEN);

  return {
    /** @param receive what the app sends */
    welcome(connection: WebSocket, receive: (data: string) => void): void {
      if (connections.length === mostConnections) {
        connection.send(notice('too_many_websockets'));
        connection.close();
        return;
      }
      connections.push(connection);
      connection.on('message', (data) => receive(String(data)));
      connection.on('close', () => connections.splice(connections.indexOf(connection), 1));
      connection.on('error', () => connection.terminate());
      connection.send(hello(connections.length));
    },

    /** Whose turn it is. */
    next(): WebSocket | undefined {
      const open = ready();
      return open[turn++ % open.length];
    },

    /** A copy goes to a connection that the first one is far from: of two processes, to the other. */
    farFromLast(): WebSocket | undefined {
      const open = ready();
      return open[(turn - 1 + Math.max(1, Math.floor(open.length / 2))) % open.length];
    },

    /** As Slack does every few hours, to each connection, or to the oldest alone: the client leaves and comes back by itself. */
    disconnect(reason: DisconnectReason, which: 'all' | 'oldest' = 'all'): void {
      for (const connection of which === 'all' ? connections : connections.slice(0, 1)) connection.send(notice(reason));
    },

    breakAll(): void {
      for (const connection of [...connections]) connection.terminate();
    },

    count: () => connections.length,
  };
}

const notice = (reason: DisconnectReason): string =>
  JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'sandbox' } });

const hello = (num_connections: number): string =>
  JSON.stringify({
    type: 'hello',
    num_connections,
    debug_info: { host: 'sandbox', build_number: 1, approximate_connection_time: 18060 },
    connection_info: { app_id: bot.app },
  });
