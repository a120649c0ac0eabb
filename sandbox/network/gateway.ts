import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, request } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { joined } from './joined.ts';

export type Gateway = { port: number; stop(): Promise<void> };

type Settings = {
  /** With one it encrypts what comes and goes, under names of its own. */
  certificate?: { cert: string; key: string };
  /** What it answers in the place of whoever was asked; WebSockets that it does not let pass get the status alone. */
  refuses?: (asked: { path: string; isSocket: boolean }) => { status: number; page: string } | undefined;
};

/**
 * Stands before the sandbox and passes on what it does not refuse, WebSockets too. Who it was asked for it says in
 * `x-forwarded-host`, as whoever stands before a service does.
 * @param sandboxPort where the sandbox listens on this machine
 */
export async function startGateway(sandboxPort: number, { certificate, refuses }: Settings): Promise<Gateway> {
  const streams = new Set<Duplex>();
  const refusal = ({ url: path = '' }: IncomingMessage, isSocket: boolean) => refuses?.({ path, isSocket });
  const onwards = (incoming: IncomingMessage) => passedOn(incoming, sandboxPort, certificate ? 'https' : 'http');

  const answer: RequestListener = (incoming, response) => {
    const refused = refusal(incoming, false);
    if (refused) return void response.writeHead(refused.status, { 'content-type': 'text/html' }).end(refused.page);
    const onward = onwards(incoming);
    onward.on('response', (answered) => {
      response.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    incoming.pipe(onward);
  };

  const server = certificate ? createTlsServer(certificate, answer) : createServer(answer);
  server.on('upgrade', (incoming: IncomingMessage, stream: Duplex) => {
    stream.on('error', () => stream.destroy());
    const refused = refusal(incoming, true);
    if (refused)
      return void stream.end(`HTTP/1.1 ${refused.status} No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    const onward = onwards(incoming);
    onward.on('upgrade', (answered, target, head) => {
      const headers = Object.entries(answered.headers).map(([name, value]) => `${name}: ${value}`);
      stream.write(['HTTP/1.1 101 Switching Protocols', ...headers, '', ''].join('\r\n'));
      stream.write(head);
      for (const each of joined(stream, target)) streams.add(each);
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

function passedOn({ method, url: path, headers }: IncomingMessage, port: number, scheme: string) {
  const forwarded = { 'x-forwarded-host': headers.host, 'x-forwarded-proto': scheme, host: `localhost:${port}` };
  return request({ host: '127.0.0.1', port, path, method, headers: { ...headers, ...forwarded } });
}
