import { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Fate } from './line.ts';

/** The connection that a request came over: what Hono's server gives beside the request. */
export type Connection = { incoming?: unknown; outgoing?: unknown };

type Exchange = {
  /** Aborts when the client hangs up. */
  signal: AbortSignal;
  connection: Connection | undefined;
  /** Carries the call out. */
  answer(): Promise<Response>;
  /** What the service itself says where it fails, or asks to slow down. */
  refuse(why: 'broken' | 'throttled'): Response;
};

/** Lets a call over HTTP meet its fate. */
export async function carry(
  fate: Fate | undefined,
  { signal, connection, answer, refuse }: Exchange,
): Promise<Response> {
  switch (fate?.kind) {
    case 'refuses':
      return hangUp(connection);
    case 'unavailable':
      return new Response('<html>503 Service Unavailable</html>', { status: 503 });
    case 'silent':
      await hungUp(signal);
      return hangUp(connection);
    case 'broken':
    case 'throttled':
      return refuse(fate.kind);
    case 'lost':
      await answer();
      return hangUp(connection);
    case 'cutOff':
      return cutOff(await answer(), connection);
    case 'slow': {
      const response = await answer();
      await sleep(fate.slowBy, undefined, { ref: false });
      return response;
    }
    default:
      return answer();
  }
}

/** Breaks the connection before anything is answered. */
export function hangUp(connection: Connection | undefined): Response {
  ends(connection).incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** Sends the head and half of the body, and breaks the connection. */
async function cutOff(response: Response, connection: Connection | undefined): Promise<Response> {
  const { incoming, outgoing } = ends(connection);
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), 'content-length': body.length });
  outgoing.write(body.subarray(0, body.length / 2), () => incoming.socket.destroy());
  return RESPONSE_ALREADY_SENT;
}

function ends({ incoming, outgoing }: Connection = {}): { incoming: IncomingMessage; outgoing: ServerResponse } {
  if (incoming instanceof IncomingMessage && outgoing instanceof ServerResponse) return { incoming, outgoing };
  throw new Error('A connection can only be broken where it is known: pass on `fetch(request, env)`.');
}

async function hungUp(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
