import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { joined } from './joined.ts';

export type ForwardProxy = {
  /** With the credentials, if it wants any. */
  url: string;
  /** Where it was asked to go, as host:port, in this order. */
  seen(): string[];
  /** Breaks what goes through it, too. */
  stop(): Promise<void>;
};

type Settings = {
  /** The port on this machine for each host that it knows: nobody else knows these. */
  names: Record<string, number>;
  credentials?: { user: string; password: string };
};

/** The one way out of a company's network: HTTP, with CONNECT for what is encrypted (RFC 9110 §7.6, §9.3.6). */
export async function startForwardProxy({ names, credentials }: Settings): Promise<ForwardProxy> {
  const seen: string[] = [];
  const streams = new Set<Duplex>();
  const wanted = credentials && `Basic ${btoa(`${credentials.user}:${credentials.password}`)}`;
  const isKnown = ({ headers }: IncomingMessage) => !wanted || headers['proxy-authorization'] === wanted;

  const server = createServer((incoming, response) => {
    const { host, hostname, pathname, search } = new URL(incoming.url ?? '', 'http://unknown');
    seen.push(host);
    const port = names[hostname];
    if (!isKnown(incoming)) response.writeHead(407, { 'proxy-authenticate': 'Basic' }).end();
    else if (port === undefined) response.writeHead(502).end();
    else passOn(incoming, response, port, pathname + search);
  });
  server.on('connect', (incoming: IncomingMessage, stream: Duplex, head: Buffer) => {
    const [host = ''] = (incoming.url ?? '').split(':');
    seen.push(incoming.url ?? '');
    const port = names[host];
    if (!isKnown(incoming)) return void stream.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    if (port === undefined) return void stream.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    const target = connect(port, '127.0.0.1', () => {
      stream.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.write(head);
      for (const each of joined(stream, target)) streams.add(each);
    });
    target.on('error', () => stream.destroy());
    stream.on('error', () => target.destroy());
  });

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const userInfo = credentials ? `${credentials.user}:${encodeURIComponent(credentials.password)}@` : '';
  return {
    url: `http://${userInfo}127.0.0.1:${port}`,
    seen: () => [...seen],
    async stop() {
      for (const stream of streams) stream.destroy();
      server.close();
      server.closeAllConnections();
    },
  };
}

function passOn(incoming: IncomingMessage, response: ServerResponse, port: number, path: string): void {
  const { method, headers } = incoming;
  const onward = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  incoming.pipe(onward);
}
