import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import type { Readiness } from './readiness.ts';
import { portIsTaken } from './startup-error.ts';

export type HealthServer = { port: number; close(): Promise<void> };

type Page = { status: number; type: string; body: string };

/**
 * Answers those who watch the bot: /healthz while the process lives, /readyz whether it can work, /metrics for Prometheus.
 * Port 0 is any free one.
 * @throws StartupError if something else listens there
 */
export async function serveHealth(
  port: number,
  readiness: Readiness,
  metrics: Pick<Registry, 'metrics' | 'contentType'>,
): Promise<HealthServer> {
  const pages: Record<string, () => Page | Promise<Page>> = {
    '/healthz': () => ({ status: 200, type: 'text/plain', body: 'alive\n' }),
    '/readyz': () => {
      const state = readiness.read();
      return { status: state.ready ? 200 : 503, type: 'application/json', body: `${JSON.stringify(state)}\n` };
    },
    '/metrics': async () => ({ status: 200, type: metrics.contentType, body: await metrics.metrics() }),
  };

  const server = createServer(async (request, response) => {
    const page = pages[request.url?.split('?')[0] ?? ''];
    if (!page) return say(response, 404, 'There is /healthz, /readyz and /metrics.\n');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return say(response.setHeader('allow', 'GET, HEAD'), 405, 'Only GET.\n');
    }
    try {
      const { status, type, body } = await page();
      say(response, status, body, type);
    } catch {
      say(response, 500, 'It could not be told.\n');
    }
  });
  server.listen(port);
  try {
    await once(server, 'listening');
  } catch (err) {
    throw portIsTaken(err, 'HEALTH_PORT', port);
  }

  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function say(response: ServerResponse, status: number, body: string, type = 'text/plain'): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}
