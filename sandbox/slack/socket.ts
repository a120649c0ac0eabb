import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Line } from '../misbehaving/line.ts';
import { type Acks, createAcks } from './acks.ts';
import { bot } from './bot.ts';
import { type Connections, createConnections } from './connections.ts';
import type { Deliver } from './envelopes.ts';
import { newHash } from './ids.ts';

export type Socket = ReturnType<typeof createSocket>;

/** Slack's side of Socket Mode: https://docs.slack.dev/apis/events-api/using-socket-mode. */
export function createSocket(ackTimeout: number, line: Pick<Line, 'outage'>) {
  const connections = createConnections();
  const acks = createAcks(ackTimeout);
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  let home = '';

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
      server.handleUpgrade(request, stream, head, (connection) => connections.welcome(connection, acks.receive));
    },

    /** Any one connection gets it; they take turns, so that each is used. */
    deliver: createDeliver(connections, acks),
    disconnect: connections.disconnect,
    runOut: acks.runOut,
    /** Breaks every connection, as when the network goes. */
    breakAll: connections.breakAll,
    connections: connections.count,

    stop(): void {
      acks.giveUp();
      connections.breakAll();
      server.close();
    },
  };
}

const createDeliver =
  (connections: Connections, acks: Acks): Deliver =>
  ({ type, payload }, copies) => {
    const chosen = connections.next();
    if (!chosen) return Promise.resolve({ failed: 'dispatch_unknown_error' });
    const content = { envelope_id: randomUUID(), type, payload, accepts_response_payload: true };
    const reply = acks.of(content.envelope_id);
    chosen.send(JSON.stringify(content));
    for (const [i, after] of copies.entries()) {
      const copy = { ...content, retry_attempt: i + 1, retry_reason: 'timeout' };
      setTimeout(() => connections.farFromLast()?.send(JSON.stringify(copy)), after).unref();
    }
    return reply;
  };
