import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTransport } from '../../src/slack/transport.ts';

let server: Server;
let url = '';
let answer = { status: 200, type: 'application/json', body: '{"ok":true}' };

beforeAll(async () => {
  server = createServer((_request, response) =>
    response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body),
  ).listen(0);
  await once(server, 'listening');
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const { fetch } = createTransport(undefined);
const ask = (path: string, next: typeof answer) => {
  answer = next;
  return fetch(`${url}${path}`, { method: 'POST' });
};

test.each([
  ['Slack’s', '/api/auth.test', { status: 200, type: 'application/json; charset=utf-8', body: '{"ok":false}' }],
  ['Slack’s that it is out of order', '/api/auth.test', { status: 503, type: 'text/html', body: '<html></html>' }],
  ['Slack’s that it wants to wait', '/api/auth.test', { status: 429, type: 'text/plain', body: '' }],
  ['one to an answer by response_url', '/commands/T1/1/x', { status: 200, type: 'text/html', body: 'ok' }],
  ['a refusal of a response_url', '/commands/T1/1/x', { status: 404, type: 'text/plain', body: 'used_url' }],
])('an answer that is %s is passed on as it is', async (_what, path, given) => {
  const got = await ask(path, given);
  expect({ status: got.status, type: got.headers.get('content-type'), body: await got.text() }).toEqual(given);
});

test.each([
  [
    'a web page',
    '/api/auth.test',
    { status: 200, type: 'text/html', body: '\n<!doctype html><title>\nSign in to\n the guest network</title>' },
    'HTTP 200: Sign in to the guest network',
  ],
  [
    'a web page without a title',
    '/commands/T1',
    { status: 403, type: 'text/html', body: '<b>No</b>' },
    'HTTP 403: a web page',
  ],
  [
    'words',
    '/api/auth.test',
    { status: 403, type: 'text/plain', body: 'Blocked by policy' },
    'HTTP 403: Blocked by policy',
  ],
  ['nothing', '/api/auth.test', { status: 200, type: 'text/plain', body: '' }, 'HTTP 200'],
])('an answer of somebody else is told as that: %s', async (_what, path, given, said) => {
  await expect(ask(path, given)).rejects.toThrow(
    `something between here and ${new URL(url).host} answered in its place (${said})`,
  );
});

test('why nobody answers is in the message', async () => {
  const { port } = new URL(url);
  await expect(fetch(`https://localhost:${port}/api/auth.test`)).rejects.toThrow(/^fetch failed: .*SSL/);
});
