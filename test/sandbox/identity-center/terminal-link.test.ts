import { expect, test } from 'vitest';
import { startTerminal } from './terminal.ts';

// As the AWS CLI does it since 2.22, by a link with PKCE: https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html

test('a link leads to the portal, and from there a code back to the terminal, which is good for a token once', async () => {
  const { terminal, followLink, decide } = await startTerminal();
  const { client, link, status, request } = await followLink();
  expect(status).toBe(302);
  expect((await decide({ request })).body).toEqual({ client: 'botocore-client-kumoworks' });
  const { location } = (await decide({ request }, 'allow')).body;
  await fetch(location);

  const returned = await link.returned;
  expect(returned.get('state')).toBe(link.state);
  const { redirectUri, codeVerifier } = link;
  const proof = { code: returned.get('code') ?? '', redirectUri, codeVerifier };
  const { status: given, body } = await terminal.tokenByCode(client, proof);
  expect(given).toBe(200);
  expect((await terminal.accounts(String(body.accessToken))).body).toMatchObject({
    accountList: [{ accountName: 'payments-dev' }],
  });
  expect(await terminal.tokenByCode(client, proof)).toMatchObject({ error: 'InvalidGrantException' });
  expect((await decide({ request }, 'allow')).status).toBe(404);
});

test('who denies it sends the terminal away without a code', async () => {
  const { followLink, decide } = await startTerminal();
  const { link, request } = await followLink();
  await fetch((await decide({ request }, 'deny')).body.location);
  const returned = await link.returned;
  expect(Object.fromEntries(returned)).toEqual({ state: link.state, error: 'access_denied' });
});

test.each([
  ['another verifier', { codeVerifier: 'a'.repeat(64) }],
  ['another place to return to', { redirectUri: 'http://127.0.0.1:1/oauth/callback' }],
  ['another code', { code: 'a guess' }],
])('with %s there is no token', async (_what, wrong) => {
  const { terminal, followLink, decide } = await startTerminal();
  const { client, link, request } = await followLink();
  const { location } = (await decide({ request }, 'allow')).body;
  const code = new URL(location).searchParams.get('code') ?? '';
  const { redirectUri, codeVerifier } = link;
  const proof = { code, redirectUri, codeVerifier, ...wrong };
  expect(await terminal.tokenByCode(client, proof)).toMatchObject({ status: 400, error: 'InvalidGrantException' });
});

test('a code that comes too late is of no use', async () => {
  const { terminal, followLink, decide, later } = await startTerminal({ deviceCode: 60 });
  const { client, link, request } = await followLink();
  const { location } = (await decide({ request }, 'allow')).body;
  const code = new URL(location).searchParams.get('code') ?? '';
  later(61);
  expect(await terminal.tokenByCode(client, { ...link, code })).toMatchObject({ error: 'ExpiredTokenException' });
});

test.each([
  ['redirect_uri', 'http://127.0.0.1:8080/elsewhere'],
  ['redirect_uri', 'https://elsewhere.example/oauth/callback'],
  ['redirect_uri', 'no address'],
  ['client_id', 'a guess'],
  ['code_challenge_method', 'plain'],
  ['code_challenge', 'short'],
  ['response_type', 'token'],
  ['state', ''],
])('a link whose %s is “%s” leads nowhere', async (name, value) => {
  const { terminal, open } = await startTerminal();
  const link = await terminal.link(await terminal.registerForLink());
  link.stop();
  const address = new URL(link.address);
  address.searchParams.set(name, value);
  const { status, request } = await open(address.href);
  expect(status).toBe(name === 'client_id' ? 401 : 400);
  expect(request).toBe('');
});

test('a terminal that registered for a device code gets none by a link', async () => {
  const { terminal, open } = await startTerminal();
  const link = await terminal.link(await terminal.registerForDevice());
  link.stop();
  expect(await open(link.address)).toEqual({ status: 400, request: '' });
});
