import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { LocalAws } from './aws/aws.ts';
import type { Rest } from './clock/at-rest.ts';
import { type Time, timeRoutes } from './clock/routes.ts';
import type { Changes } from './page/changes.ts';
import type { Page } from './page/page.ts';
import type { LocalSlack } from './slack/slack.ts';

type Parts = { slack: LocalSlack; aws: LocalAws; page: Page; time: Time; changes: Changes; rest: Rest };

/** The one port behind which the whole world is: what is signed is for AWS, and all else has its own path. */
export async function openDoor(
  { slack, aws, page, time, changes, rest }: Parts,
  { only, port = 0 }: { only?: 'slack' | 'aws'; port?: number },
): Promise<{ url: string; close(): void }> {
  const pages = new Hono().route('/', page.routes).route('/', timeRoutes(only ? undefined : time));
  if (only !== 'aws') pages.route('/', slack.routes);
  if (only !== 'slack') pages.route('/', aws.routes);
  const answer = (request: Request, env: object): Response | Promise<Response> => {
    if (isForAws(request)) return aws.answer(request, env);
    return isFromHere(Object.fromEntries(request.headers))
      ? pages.fetch(request, env)
      : new Response('Only from this machine.', { status: 403 });
  };
  const server = createAdaptorServer({
    async fetch(request, env) {
      try {
        return await rest.during(request, () => answer(request, env));
      } finally {
        if (!page.serves(request)) changes.tell();
      }
    },
  });
  server.on('upgrade', (request, stream, head) => {
    if (!request.url?.startsWith('/page/events')) slack.upgrade(request, stream, head);
    else if (isFromHere(request.headers)) page.upgrade(request, stream, head);
    else stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
    },
  };
}

const isForAws = (request: Request): boolean =>
  request.headers.get('authorization')?.startsWith('AWS4-HMAC-SHA256') ?? false;

/** No other web page may act in the sandbox: with `--only slack` a real AWS account stands behind it. */
function isFromHere({ host = '', origin }: { host?: string; origin?: string }): boolean {
  return /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host) && (origin === undefined || origin === `http://${host}`);
}
