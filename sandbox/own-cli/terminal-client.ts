import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { z } from 'zod';

/** What AWS answered: the name of its error, or what was asked for. */
export type Answer = { status: number; error?: string; body: Record<string, unknown> };

export type Registered = { clientId: string; clientSecret: string };

const scope = 'sso:account:access';
const callbackPath = '/oauth/callback';
const registered = z.object({ clientId: z.string(), clientSecret: z.string() });

/**
 * A terminal without the AWS CLI: the calls that the CLI makes, by device code as the older ones, by a link and PKCE as those since
 * 2.22 (awscli/botocore/utils.py: SSOTokenFetcher, SSOTokenFetcherAuth), and later with the token.
 */
export function atTerminal(url: string, { startUrl, sessionName }: { startUrl: string; sessionName: string }) {
  const register = (more: object = {}) =>
    post(`${url}/client/register`, {
      clientName: `botocore-client-${sessionName}`,
      clientType: 'public',
      scopes: [scope],
      ...more,
    });
  const registerAs = async (more: object = {}): Promise<Registered> => registered.parse((await register(more)).body);

  return {
    ...byToken(url),
    ...withCode(url, startUrl),
    register,
    registerForDevice: () => registerAs(),
    /** The port is not known yet. */
    registerForLink: () =>
      registerAs({
        grantTypes: ['authorization_code', 'refresh_token'],
        redirectUris: [`http://127.0.0.1${callbackPath}`],
        issuerUrl: startUrl,
      }),

    /** Where a browser has to go, and what it comes back with to the server that waits for it. */
    async link({ clientId }: Registered) {
      const waiting = await listen();
      const codeVerifier = randomBytes(48).toString('base64url');
      const state = randomUUID();
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: waiting.redirectUri,
        state,
        code_challenge_method: 'S256',
        scopes: scope,
        code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
      });
      return { ...waiting, codeVerifier, state, address: `${url}/authorize?${query}` };
    },
  };
}

/** What a terminal does to get its token. */
const withCode = (url: string, startUrl: string) => ({
  startDevice: (client: Registered, more: object = {}) =>
    post(`${url}/device_authorization`, { ...client, startUrl, ...more }),
  tokenByDevice: (client: Registered, deviceCode: string) =>
    post(`${url}/token`, { ...client, grantType: 'urn:ietf:params:oauth:grant-type:device_code', deviceCode }),
  tokenByCode: (client: Registered, proof: { code: string; redirectUri: string; codeVerifier: string }) =>
    post(`${url}/token`, { ...client, grantType: 'authorization_code', ...proof }),
  refresh: (client: Registered, refreshToken: string) =>
    post(`${url}/token`, { ...client, grantType: 'refresh_token', refreshToken }),
});

/** What it does with one. */
function byToken(url: string) {
  const send = (method: string, path: string, accessToken: string, query: Record<string, string> = {}) =>
    call(`${url}${path}?${new URLSearchParams(query)}`, { method, headers: { 'x-amz-sso_bearer_token': accessToken } });
  return {
    accounts: (accessToken: string, query: Record<string, string> = {}) =>
      send('GET', '/assignment/accounts', accessToken, query),
    roles: (accessToken: string, accountId: string, query: Record<string, string> = {}) =>
      send('GET', '/assignment/roles', accessToken, { account_id: accountId, ...query }),
    credentials: (accessToken: string, accountId: string, roleName: string) =>
      send('GET', '/federation/credentials', accessToken, { account_id: accountId, role_name: roleName }),
    logout: (accessToken: string) => send('POST', '/logout', accessToken),
  };
}

export type Terminal = ReturnType<typeof atTerminal>;

const post = (address: string, body: object): Promise<Answer> =>
  call(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

async function call(address: string, request: RequestInit): Promise<Answer> {
  const response = await fetch(address, request);
  const error = response.headers.get('x-amzn-errortype');
  return {
    status: response.status,
    ...(error !== null && { error }),
    body: z.looseObject({}).parse(await response.json()),
  };
}

/** The one request that a browser makes. */
async function listen(): Promise<{ redirectUri: string; returned: Promise<URLSearchParams>; stop(): void }> {
  const { promise: returned, resolve } = Promise.withResolvers<URLSearchParams>();
  const server = createServer((request, response) => {
    resolve(new URL(request.url ?? '', 'http://127.0.0.1').searchParams);
    response.end('You may close this window.');
    server.close();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { redirectUri: `http://127.0.0.1:${port}${callbackPath}`, returned, stop: () => void server.close() };
}
