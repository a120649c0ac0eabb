import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Line } from '../misbehaving/line.ts';
import { bot } from './bot.ts';
import type { Envelope, Reply } from './envelopes.ts';
import { newHash } from './ids.ts';

type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

/** Slack takes no more per app, two for each process of the bot and its successor during a rollout. */
const mostConnections = 10;

export type Socket = ReturnType<typeof createSocket>;

/** Slack's side of Socket Mode: https://docs.slack.dev/apis/events-api/using-socket-mode. */
export function createSocket(ackTimeout: number, line: Pick<Line, 'outage'>) {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const connections: WebSocket[] = [];
  const pending = new Map<string, { settle(reply: Reply): void; timer: NodeJS.Timeout }>();
  let turn = 0;
  let home = '';

  function settle(envelope: string, reply: Reply): void {
    const waiting = pending.get(envelope);
    if (!waiting) return;
    pending.delete(envelope);
    clearTimeout(waiting.timer);
    waiting.settle(reply);
  }

  const ready = (): WebSocket[] => connections.filter(({ readyState, OPEN }) => readyState === OPEN);

  /** A copy goes to a connection that the first one is far from: of two processes, to the other. */
  function sendCopy(content: object): void {
    const open = ready();
    open[(turn - 1 + Math.max(1, Math.floor(open.length / 2))) % open.length]?.send(JSON.stringify(content));
  }

  const notice = (reason: DisconnectReason): string =>
    JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'sandbox' } });

  function welcome(connection: WebSocket): void {
    if (connections.length === mostConnections) {
      connection.send(notice('too_many_websockets'));
      connection.close();
      return;
    }
    connections.push(connection);
    connection.on('message', (data) => {
      const ack = readAck(String(data));
      if (ack) settle(ack.envelope_id, { ack: ack.payload });
    });
    connection.on('close', () => connections.splice(connections.indexOf(connection), 1));
    connection.on('error', () => connection.terminate());
    connection.send(
      JSON.stringify({
        type: 'hello',
        num_connections: connections.length,
        debug_info: { host: 'sandbox', build_number: 1, approximate_connection_time: 18060 },
        connection_info: { app_id: bot.app },
      }),
    );
  }

  return {
    /** The answer to apps.connections.open; each ticket opens one connection, where the bot already found us. */
    open(origin: string): string {
      home = origin;
      const ticket = newHash();
      tickets.add(ticket);
      return `${origin.replace(/^http/, 'ws')}/link/?ticket=${ticket}&app_id=${bot.app}`;
    },

    /** Where the bot reaches this Slack, for its response_urls. */
    home: () => home,

    upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
      if (line.outage()) return void stream.destroy();
      const ticket = new URL(request.url ?? '/', 'http://sandbox').searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) {
        stream.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, stream, head, welcome);
    },

    /** Any one connection gets it; they take turns, so that each is used. */
    deliver({ type, payload }: Envelope, copies: number[]): Promise<Reply> {
      const open = ready();
      const chosen = open[turn++ % open.length];
      if (!chosen) return Promise.resolve({ failed: 'dispatch_unknown_error' });
      const envelope_id = randomUUID();
      const content = { envelope_id, type, payload, accepts_response_payload: true };
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(envelope_id, { failed: 'operation_timeout' }), ackTimeout);
        pending.set(envelope_id, { settle: resolve, timer });
        chosen.send(JSON.stringify(content));
        for (const [i, after] of copies.entries()) {
          const copy = { ...content, retry_attempt: i + 1, retry_reason: 'timeout' };
          setTimeout(() => sendCopy(copy), after).unref();
        }
      });
    },

    /** As Slack does every few hours, to each connection, or to the oldest alone: the client leaves and comes back by itself. */
    disconnect(reason: DisconnectReason, which: 'all' | 'oldest' = 'all'): void {
      for (const connection of which === 'all' ? connections : connections.slice(0, 1)) connection.send(notice(reason));
    },

    /** The time of every ack that is waited for is over. @returns how many those were */
    runOut(): number {
      const waiting = [...pending.keys()];
      for (const envelope of waiting) settle(envelope, { failed: 'operation_timeout' });
      return waiting.length;
    },

    /** Breaks every connection, as when the network goes. */
    breakAll(): void {
      for (const connection of [...connections]) connection.terminate();
    },

    connections: () => connections.length,

    stop(): void {
      for (const envelope of [...pending.keys()]) settle(envelope, { failed: 'dispatch_unknown_error' });
      this.breakAll();
      server.close();
    },
  };
}

function readAck(data: string): { envelope_id: string; payload: unknown } | undefined {
  try {
    const { envelope_id, payload } = JSON.parse(data);
    return typeof envelope_id === 'string' ? { envelope_id, payload } : undefined;
  } catch {
    return undefined;
  }
}
