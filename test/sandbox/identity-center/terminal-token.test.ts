import { expect, test } from 'vitest';
import { userName } from './portal.ts';
import { startTerminal } from './terminal.ts';

const refused = { status: 401, error: 'UnauthorizedException' };

test('a token ends after an hour, and is refreshed until the sign-in ends', async () => {
  const { terminal, logIn, later } = await startTerminal();
  const { client, accessToken, refreshToken } = await logIn();
  expect((await terminal.accounts(accessToken)).status).toBe(200);
  later(3_600);
  expect(await terminal.accounts(accessToken)).toMatchObject(refused);

  const { body } = await terminal.refresh(client, refreshToken);
  expect(body).toMatchObject({ expiresIn: 3_600 });
  expect((await terminal.accounts(String(body.accessToken))).status).toBe(200);
  expect(await terminal.refresh(client, refreshToken)).toMatchObject({ status: 400, error: 'InvalidGrantException' });

  later(6.5 * 3_600);
  const last = await terminal.refresh(client, String(body.refreshToken));
  expect(last.body).toMatchObject({ expiresIn: 1_800 });
  later(1_800);
  expect(await terminal.accounts(String(last.body.accessToken))).toMatchObject(refused);
  expect(await terminal.refresh(client, String(last.body.refreshToken))).toMatchObject({
    error: 'InvalidGrantException',
  });
});

test('a refresh token is of no use to another terminal', async () => {
  const { terminal, logIn } = await startTerminal();
  const { refreshToken } = await logIn();
  const other = await terminal.registerForDevice();
  expect(await terminal.refresh(other, refreshToken)).toMatchObject({ status: 400, error: 'InvalidGrantException' });
});

test('without a scope there is nothing to refresh: the token lasts as long as the sign-in', async () => {
  const { terminal, decide } = await startTerminal();
  const { body: client } = await terminal.register({ scopes: undefined });
  const legacy = { clientId: String(client.clientId), clientSecret: String(client.clientSecret) };
  const { body } = await terminal.startDevice(legacy);
  await decide({ userCode: String(body.userCode) }, 'allow');
  const token = await terminal.tokenByDevice(legacy, String(body.deviceCode));
  expect(token.body).toEqual({ accessToken: expect.any(String), tokenType: 'Bearer', expiresIn: 28_800 });
});

test('who logs out is signed out everywhere: the portal, every token, and its refreshing', async () => {
  const { terminal, logIn, session, accountsOf } = await startTerminal();
  const [one, other] = [await logIn(), await logIn()];
  expect((await terminal.logout(one.accessToken)).status).toBe(200);
  expect(await terminal.accounts(one.accessToken)).toMatchObject(refused);
  expect(await terminal.accounts(other.accessToken)).toMatchObject(refused);
  expect(await terminal.refresh(other.client, other.refreshToken)).toMatchObject({ error: 'InvalidGrantException' });
  expect(await accountsOf(session)).toBeUndefined();
  expect(await terminal.logout(one.accessToken)).toMatchObject(refused);
});

test('whoever is disabled has no token any more, and gets none', async () => {
  const { terminal, logIn, startDevice, decide, center } = await startTerminal();
  const { accessToken } = await logIn();
  const { client, deviceCode, userCode } = await startDevice();
  await decide({ userCode }, 'allow');
  center.disable(userName);
  expect(await terminal.accounts(accessToken)).toMatchObject(refused);
  expect(await terminal.tokenByDevice(client, deviceCode)).toMatchObject({ error: 'InvalidGrantException' });
});

test.each(['password', ''])('a token is not given for the grant type “%s”', async (grantType) => {
  const { url, terminal } = await startTerminal();
  const body = JSON.stringify({ ...(await terminal.registerForDevice()), grantType });
  const answer = await fetch(`${url}/token`, { method: 'POST', body });
  expect(answer.headers.get('x-amzn-errortype')).toBe('UnsupportedGrantTypeException');
});

test.each(['{', '[]', '{"clientId":1}', ''])('a body that is %j is refused as AWS does', async (body) => {
  const { url } = await startTerminal();
  for (const path of ['/client/register', '/device_authorization', '/token']) {
    const answer = await fetch(`${url}${path}`, { method: 'POST', body });
    expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([400, 'InvalidRequestException']);
  }
});
