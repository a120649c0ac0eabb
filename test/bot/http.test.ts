import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { overHttp } from '../../manifests/slack/over-http.ts';
import { type Bot, startBot } from '../../sandbox/bot-process.ts';
import { freePort } from './free-port.ts';
import { useWorld } from './world.ts';

const world = useWorld();
const secret = 'the-signing-secret';
let bot: Bot;
let url: string;

beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}${pathInManifest()}`;
  const { slack, aws, url: home } = world.world;
  const { SLACK_APP_TOKEN: _, ...environment } = { ...slack.environment(home), ...aws.environment(home) };
  const policyFile = new URL('../../sandbox/onboarding.yaml', import.meta.url).pathname;
  bot = await startBot({
    environment: { ...environment, POLICY_FILE: policyFile, SLACK_SIGNING_SECRET: secret, PORT: String(port) },
    logFile: join(tmpdir(), `boarding-pass-http-${process.pid}.log`),
  });
});
afterAll(() => bot?.stop());

const command = { command: '/onboard', text: 'help', user_id: 'U0AIKO', channel_id: 'C0GENERAL', team_id: 'T0KUMO' };
const body = new URLSearchParams({ ...command, trigger_id: '1.2.3', response_url: 'http://localhost/' }).toString();

const FORM = 'application/x-www-form-urlencoded';

/** Calls the bot as Slack would: https://docs.slack.dev/authentication/verifying-requests-from-slack */
function call({ at = Date.now(), with: key = secret, signed = body, text = '', type = FORM } = {}): Promise<Response> {
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac('sha256', key).update(`v0:${timestamp}:${signed}`).digest('hex');
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
    body: text || signed,
  });
}

test('over HTTP the same listeners answer what Slack has signed', async () => {
  const answer = await call();
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('Read-only console');
});

test.each([
  ['signed with another secret', { with: 'another-secret' }],
  ['changed after it was signed', { text: `${body}&user_id=U0KEN` }],
  ['six minutes old, as a replayed one is', { at: Date.now() - 6 * 60_000 }],
  ['from six minutes ahead, which could be replayed until then', { at: Date.now() + 6 * 60_000 }],
  ['from a year ahead', { at: Date.now() + 365 * 86_400_000 }],
  ['of no time', { at: Number.NaN }],
])('a request %s is refused', async (_what, how) => {
  const answer = await call(how);
  expect(answer.status).toBe(401);
  expect(await answer.text()).not.toContain('Read-only console');
});

test.each(
  ['null', '[]', '3', 'true', '"/onboard"', '[{"command":"/onboard"}]'].flatMap((json) => [
    { what: `the JSON ${json}`, signed: json, type: 'application/json' },
    { what: `a form with the payload ${json}`, signed: `payload=${encodeURIComponent(json)}`, type: FORM },
  ]),
)('$what, though signed, is refused, and the bot goes on', async ({ signed, type }) => {
  expect((await call({ signed, type })).status).toBe(400);
  expect((await call()).status).toBe(200);
});

test('what is no JSON or for nobody is refused, and the bot goes on', async () => {
  expect((await call({ signed: 'payload={' })).status).toBe(400);
  expect((await fetch(url.replace('/slack/', '/else/'), { method: 'POST' })).status).toBe(404);
  expect((await call()).status).toBe(200);
});

/** Where Slack calls the bot by the manifest for HTTP: command, clicks and menus alike. */
function pathInManifest(): string {
  const made = overHttp(
    readFileSync(new URL('../../manifests/slack/app.yaml', import.meta.url), 'utf8'),
    'https://b.example',
  );
  const paths = new Set(made.match(/(?<=https:\/\/b\.example)\/[\w/]+/g));
  if (paths.size !== 1) throw new Error(`The manifest names several addresses: ${[...paths]}`);
  return [...paths].join();
}
