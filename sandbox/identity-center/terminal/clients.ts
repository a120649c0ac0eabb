import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { IdentityCenter } from '../center.ts';
import { oidcError } from './oidc-error.ts';
import { isStartUrlOf } from './start-url.ts';

export const grantTypes = {
  deviceCode: 'urn:ietf:params:oauth:grant-type:device_code',
  authorizationCode: 'authorization_code',
  refreshToken: 'refresh_token',
} as const;

export const registration = z.object({
  clientName: z.string().min(1),
  clientType: z.string(),
  scopes: z.array(z.string()).optional(),
  redirectUris: z.array(z.string()).optional(),
  grantTypes: z.array(z.string()).optional(),
  issuerUrl: z.string().optional(),
});

/** A terminal's command, as it registered itself. */
export type Client = {
  readonly id: string;
  readonly secret: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly grantTypes: readonly string[];
  readonly redirectUris: readonly string[];
  /** In milliseconds. */
  readonly expiresAt: number;
};

export type Clients = {
  register(asked: z.output<typeof registration>): Client;
  find(id: string, secret?: string): Client;
};

export function createClients({ described, settings }: IdentityCenter, now: () => number): Clients {
  const clients = new Map<string, Client>();
  return {
    register(asked) {
      refuse(asked);
      if (asked.issuerUrl !== undefined && !isStartUrlOf(described, asked.issuerUrl))
        throw oidcError('InvalidRequestException', 'Invalid issuer URL provided');
      const client: Client = {
        id: randomUUID(),
        secret: randomBytes(24).toString('base64url'),
        name: asked.clientName,
        scopes: asked.scopes ?? [],
        // The older CLI names none, and takes a device code.
        grantTypes: asked.grantTypes ?? [grantTypes.deviceCode, grantTypes.refreshToken],
        redirectUris: asked.redirectUris ?? [],
        expiresAt: now() + settings.lifetimes.client * 1000,
      };
      clients.set(client.id, client);
      return client;
    },
    find(id, secret) {
      const client = clients.get(id);
      const isRight = client && (secret === undefined || secret === client.secret) && client.expiresAt > now();
      if (!isRight) throw oidcError('InvalidClientException', 'Invalid client provided');
      return client;
    },
  };
}

/** "The service supports only `public` as a client type. Anything other than public will be rejected by the service." */
function refuse({
  clientType,
  scopes = [],
  grantTypes: wanted = [],
  redirectUris = [],
}: z.output<typeof registration>) {
  if (clientType !== 'public') throw oidcError('InvalidClientMetadataException', 'Invalid client type provided');
  if (scopes.some((scope) => scope !== 'sso:account:access'))
    throw oidcError('InvalidScopeException', 'Invalid scope provided');
  const known: readonly string[] = Object.values(grantTypes);
  if (wanted.some((each) => !known.includes(each)))
    throw oidcError('UnsupportedGrantTypeException', 'Invalid grant type provided');
  if (redirectUris.some((uri) => !isLoopback(uri)))
    throw oidcError('InvalidRedirectUriException', 'Invalid redirect URI provided');
}

/** A command listens on the machine where it runs: RFC 8252, 7.3. */
const isLoopback = (uri: string): boolean =>
  URL.canParse(uri) &&
  new URL(uri).protocol === 'http:' &&
  ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(uri).hostname);
