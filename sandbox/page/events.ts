import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Changes } from './changes.ts';
import { createConnection } from './connection.ts';
import type { ReadSlices } from './read-slices.ts';
import { createSnapshots } from './snapshots.ts';

/** Milliseconds: what happens within is told at once. */
const pace = 60;

/** How a stream is closed to somebody who asks for a person that is not there; the page knows it too. */
const unknownPerson = 4404;

/**
 * Tells every open page what has changed, slice by slice, over a WebSocket: of those a browser allows many to one origin,
 * where it has six connections for all other streams of all its tabs.
 */
export function createEvents(read: ReadSlices, changes: Changes) {
  const server = new WebSocketServer({ noServer: true });
  const connections = new Set<ReturnType<typeof createConnection>>();
  const takeSnapshot = createSnapshots(read);
  let pulse: NodeJS.Timeout | undefined;

  const tellAll = (): void => {
    pulse = undefined;
    const snapshot = takeSnapshot();
    for (const { tell } of connections) tell(snapshot);
  };
  const unlisten = changes.listen(() => {
    if (connections.size > 0) pulse ??= setTimeout(tellAll, pace);
  });

  /** `as`: whose Slack it is; without it, of the first person who can do anything. */
  function open(socket: WebSocket, asked: URLSearchParams): void {
    const as = asked.get('as') ?? read.firstPerson();
    if (!read.knows(as)) {
      socket.close(unknownPerson, 'unknown_person');
      return;
    }
    const viewer = { as, client: asked.get('client') ?? undefined, find: asked.get('find') ?? '' };
    const connection = createConnection(socket, viewer, takeSnapshot);
    connections.add(connection);
    socket.on('close', () => connections.delete(connection));
    socket.on('error', connection.close);
    connection.tell(takeSnapshot());
  }

  return {
    upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
      const { searchParams } = new URL(request.url ?? '/', 'http://sandbox');
      server.handleUpgrade(request, stream, head, (socket) => open(socket, searchParams));
    },

    stop(): void {
      unlisten();
      clearTimeout(pulse);
      for (const { close } of connections) close();
      connections.clear();
    },
  };
}
