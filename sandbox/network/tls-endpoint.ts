import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

export type TlsEndpoint = { port: number; stop(): Promise<void> };

/**
 * Stands before the sandbox with names of its own and encrypts what comes and goes, WebSockets too. Who it was asked for it says in
 * `x-forwarded-host`, as whoever stands before a service does.
 * @param port where the sandbox listens on this machine
 */
export async function startTlsEndpoint(port: number, certificate: { cert: string; key: string }): Promise<TlsEndpoint> {
  const streams = new Set<Duplex>();
  const onwards = ({ method, url: path, headers }: IncomingMessage) =>
    request({
      host: '127.0.0.1',
      port,
      path,
      method,
      headers: {
        ...headers,
        host: `localhost:${port}`,
        'x-forwarded-host': headers.host,
        'x-forwarded-proto': 'https',
      },
    });

  const server = createServer(certificate, (incoming, response) => {
    const onward = onwards(incoming);
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  server.on('upgrade', (incoming: IncomingMessage, stream: Duplex) => {
    const onward = onwards(incoming);
    onward.on('upgrade', (answer, target, head) => {
      const headers = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`);
      stream.write(['HTTP/1.1 101 Switching Protocols', ...headers, '', ''].join('\r\n'));
      stream.write(head);
      target.pipe(stream).pipe(target);
      for (const [one, other] of [[stream, target] as const, [target, stream] as const]) {
        streams.add(one);
        one.on('error', () => other.destroy()).on('close', () => other.destroy());
      }
    });
    onward.on('response', () => stream.destroy());
    onward.on('error', () => stream.destroy());
    onward.end();
  });

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      for (const stream of streams) stream.destroy();
      server.close();
      server.closeAllConnections();
    },
  };
}
