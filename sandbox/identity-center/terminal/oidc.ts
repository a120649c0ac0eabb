import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { IdentityCenter } from '../center.ts';
import { type Authorizations, authorizeQuery } from './authorizations.ts';
import { type Client, type Clients, grantTypes, registration } from './clients.ts';
import type { DeviceCodes } from './device-codes.ts';
import { oidcError } from './oidc-error.ts';
import { bodyOf, readAs, rest } from './rest.ts';
import { isStartUrlOf } from './start-url.ts';
import type { Token, Tokens } from './tokens.ts';

const ofClient = z.object({ clientId: z.string(), clientSecret: z.string() });
const startDevice = ofClient.extend({ startUrl: z.string() });
const createToken = ofClient.extend({
  grantType: z.string(),
  deviceCode: z.string().optional(),
  code: z.string().optional(),
  redirectUri: z.string().optional(),
  codeVerifier: z.string().optional(),
  refreshToken: z.string().optional(),
});

type World = {
  center: IdentityCenter;
  clients: Clients;
  deviceCodes: DeviceCodes;
  authorizations: Authorizations;
  tokens: Tokens;
  now(): number;
};

/** The API by which a command gets a token: https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/Welcome.html */
export function createOidc(world: World): Hono {
  const { center, clients, deviceCodes, authorizations } = world;
  return new Hono()
    .post(
      '/client/register',
      rest(async (c) => {
        const { id, secret, expiresAt } = clients.register(await read(c, registration));
        const seconds = (at: number) => Math.floor(at / 1000);
        return {
          clientId: id,
          clientSecret: secret,
          clientIdIssuedAt: seconds(world.now()),
          clientSecretExpiresAt: seconds(expiresAt),
        };
      }),
    )
    .post(
      '/device_authorization',
      rest(async (c) => {
        const { clientId, clientSecret, startUrl } = await read(c, startDevice);
        const client = clients.find(clientId, clientSecret);
        if (!isStartUrlOf(center.described, startUrl))
          throw oidcError('InvalidRequestException', 'Invalid start url provided');
        mayUse(client, grantTypes.deviceCode);
        const { deviceCode, userCode } = deviceCodes.start(client);
        // The portal that this leads to is the sandbox's own, in its page.
        const verificationUri = `${new URL(c.req.url).origin}/#/device`;
        return {
          deviceCode,
          userCode,
          verificationUri,
          verificationUriComplete: `${verificationUri}?user_code=${userCode}`,
          expiresIn: center.settings.lifetimes.deviceCode,
          interval: center.settings.lifetimes.poll,
        };
      }),
    )
    .post(
      '/token',
      rest(async (c) => tokenFor(world, await read(c, createToken))),
    )
    .get('/authorize', (c) => {
      const refused = rest(() => {
        const { id } = authorizations.start(readAs(authorizeQuery, c.req.query(), invalid));
        c.header('location', `/#/authorize?request=${id}`);
      });
      return refused(c).then((answer) => (answer.ok ? c.body(null, 302) : answer));
    });
}

function tokenFor({ clients, deviceCodes, authorizations, tokens }: World, asked: z.output<typeof createToken>): Token {
  const { grantType, deviceCode = '', code = '', redirectUri = '', codeVerifier = '', refreshToken = '' } = asked;
  const client = clients.find(asked.clientId, asked.clientSecret);
  switch (grantType) {
    case grantTypes.deviceCode:
      mayUse(client, grantType);
      return tokens.issue(client, deviceCodes.take(client, deviceCode));
    case grantTypes.authorizationCode:
      mayUse(client, grantType);
      return tokens.issue(client, authorizations.take(client, { code, redirectUri, codeVerifier }));
    case grantTypes.refreshToken:
      mayUse(client, grantType);
      return tokens.refresh(client, refreshToken);
    default:
      throw oidcError('UnsupportedGrantTypeException', 'Unsupported grant type provided');
  }
}

function mayUse(client: Client, grantType: string): void {
  if (!client.grantTypes.includes(grantType))
    throw oidcError('UnauthorizedClientException', 'The client may not use this grant type');
}

const invalid = (why: string) => oidcError('InvalidRequestException', why);

const read = async <Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.output<Schema>> =>
  readAs(schema, await bodyOf(c), invalid);
