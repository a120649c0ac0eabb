import { expect, test } from 'vitest';
import { startTerminal } from './terminal.ts';

test('a terminal is told to wait until somebody at the portal confirms its code, and has a token then, once', async () => {
  const { terminal, startDevice, decide, later, url } = await startTerminal();
  const { client, deviceCode, userCode, body } = await startDevice();
  expect(userCode).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
  expect(body).toMatchObject({
    verificationUri: `${url}/#/device`,
    verificationUriComplete: `${url}/#/device?user_code=${userCode}`,
    expiresIn: 600,
    interval: 1,
  });
  expect(await terminal.tokenByDevice(client, deviceCode)).toMatchObject({
    status: 400,
    error: 'AuthorizationPendingException',
    body: { error: 'authorization_pending' },
  });

  expect(await decide({ userCode })).toEqual({ status: 200, body: { userCode, client: 'botocore-client-kumoworks' } });
  await decide({ userCode }, 'allow');
  later(1);
  expect(await terminal.tokenByDevice(client, deviceCode)).toEqual({
    status: 200,
    body: {
      accessToken: expect.any(String),
      tokenType: 'Bearer',
      expiresIn: 3_600,
      refreshToken: expect.any(String),
    },
  });
  later(1);
  expect(await terminal.tokenByDevice(client, deviceCode)).toMatchObject({ error: 'InvalidGrantException' });
});

test('the code may be typed in small letters and without the hyphen', async () => {
  const { startDevice, decide } = await startTerminal();
  const { userCode } = await startDevice();
  const typed = userCode.toLowerCase().replace('-', ' ');
  expect((await decide({ userCode: ` ${typed} ` })).body).toMatchObject({ userCode });
});

test('who is not signed in confirms nothing', async () => {
  const { terminal, startDevice, decide } = await startTerminal();
  const { client, deviceCode, userCode } = await startDevice();
  expect((await decide({ userCode }, 'allow', 'a guess')).status).toBe(401);
  expect(await terminal.tokenByDevice(client, deviceCode)).toMatchObject({ error: 'AuthorizationPendingException' });
});

test('a terminal that asks without a pause is told to slow down', async () => {
  const { terminal, startDevice, later } = await startTerminal();
  const { client, deviceCode } = await startDevice();
  const ask = async () => (await terminal.tokenByDevice(client, deviceCode)).error;
  expect([await ask(), await ask(), await ask()]).toEqual([
    'AuthorizationPendingException',
    'AuthorizationPendingException',
    'SlowDownException',
  ]);
  later(2);
  expect(await ask()).toBe('AuthorizationPendingException');
});

test('who denies it is believed, and the terminal hears of it', async () => {
  const { terminal, startDevice, decide } = await startTerminal();
  const { client, deviceCode, userCode } = await startDevice();
  await decide({ userCode }, 'deny');
  expect((await decide({ userCode }, 'allow')).status).toBe(404);
  expect(await terminal.tokenByDevice(client, deviceCode)).toMatchObject({
    status: 400,
    error: 'AccessDeniedException',
  });
});

test('a code that nobody confirms in time is of no use any more', async () => {
  const { terminal, startDevice, decide, later } = await startTerminal({ deviceCode: 60 });
  const { client, deviceCode, userCode } = await startDevice();
  later(61);
  expect((await decide({ userCode }, 'allow')).status).toBe(404);
  expect(await terminal.tokenByDevice(client, deviceCode)).toMatchObject({
    status: 400,
    error: 'ExpiredTokenException',
  });
});

test.each([
  ['https://kumoworks.awsapps.com/start', 200],
  ['https://kumoworks.awsapps.com/start/#/?tab=accounts', 200],
  ['https://d-1234567890.awsapps.com/start', 200],
  ['https://d-0987654321.awsapps.com/start', 400],
  ['https://kumoworks.awsapps.com', 400],
  ['kumoworks', 400],
])('the start URL %s is answered with %i', async (startUrl, status) => {
  const { terminal } = await startTerminal();
  const answer = await terminal.startDevice(await terminal.registerForDevice(), { startUrl });
  expect(answer.status).toBe(status);
  expect(answer.error).toBe(status === 200 ? undefined : 'InvalidRequestException');
});

test.each([
  ['InvalidClientMetadataException', { clientType: 'confidential' }],
  ['InvalidScopeException', { scopes: ['everything'] }],
  ['UnsupportedGrantTypeException', { grantTypes: ['password'] }],
  ['InvalidRedirectUriException', { redirectUris: ['https://elsewhere.example/oauth/callback'] }],
  ['InvalidRequestException', { issuerUrl: 'https://d-0987654321.awsapps.com/start' }],
  ['InvalidRequestException', { clientName: '' }],
])('a terminal is refused with %s that registers with %j', async (error, wrong) => {
  const { terminal } = await startTerminal();
  expect(await terminal.register(wrong)).toMatchObject({ status: 400, error });
});

test('nobody but the terminal itself uses its code, and not after its registration has ended', async () => {
  const { terminal, startDevice, later } = await startTerminal({ client: 300 });
  const { client, deviceCode } = await startDevice();
  const other = await terminal.registerForDevice();
  expect(await terminal.tokenByDevice(other, deviceCode)).toMatchObject({
    status: 400,
    error: 'InvalidGrantException',
  });
  const guessed = { ...client, clientSecret: 'a guess' };
  expect(await terminal.tokenByDevice(guessed, deviceCode)).toMatchObject({
    status: 401,
    error: 'InvalidClientException',
  });
  later(301);
  expect(await terminal.tokenByDevice(client, deviceCode)).toMatchObject({
    status: 401,
    error: 'InvalidClientException',
  });
});
