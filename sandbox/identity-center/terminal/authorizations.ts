import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { IdentityCenter } from '../center.ts';
import { type Client, type Clients, grantTypes } from './clients.ts';
import { oidcError } from './oidc-error.ts';

/** What the newer CLI has a browser open: awscli/botocore/utils.py, SSOTokenFetcherAuth. */
export const authorizeQuery = z.object({
  response_type: z.literal('code'),
  client_id: z.string(),
  redirect_uri: z.string(),
  state: z.string().min(1),
  code_challenge_method: z.literal('S256'),
  /** The SHA-256 of the verifier, without padding. */
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  scopes: z.string().optional(),
});
type Query = z.output<typeof authorizeQuery>;

export type Authorization = { readonly id: string; readonly client: Client; readonly expiresAt: number; query: Query };
type Code = Authorization & { session: string };

export type Authorizations = {
  start(query: Query): Authorization;
  find(id: string): Authorization | undefined;
  /** Where the browser goes with the answer: to the command that waits. */
  decide(authorization: Authorization, session: string | undefined): string;
  /** The portal session of who consented, once. */
  take(client: Client, proof: { code: string; redirectUri: string; codeVerifier: string }): string;
};

export function createAuthorizations(
  { settings }: IdentityCenter,
  clients: Clients,
  now: () => number,
): Authorizations {
  const open = new Map<string, Authorization>();
  const codes = new Map<string, Code>();
  return {
    start(query) {
      const client = clients.find(query.client_id);
      if (!client.grantTypes.includes(grantTypes.authorizationCode))
        throw oidcError('UnauthorizedClientException', 'The client may not use this grant type');
      if (!client.redirectUris.some((uri) => isSameButForPort(uri, query.redirect_uri)))
        throw oidcError('InvalidRequestException', 'Invalid redirect URI provided');
      const expiresAt = now() + settings.lifetimes.deviceCode * 1000;
      const authorization = { id: randomUUID(), client, expiresAt, query };
      open.set(authorization.id, authorization);
      return authorization;
    },

    find(id) {
      const found = open.get(id);
      return found && found.expiresAt > now() ? found : undefined;
    },

    decide(authorization, session) {
      open.delete(authorization.id);
      const { redirect_uri, state } = authorization.query;
      const to = new URL(redirect_uri);
      to.searchParams.set('state', state);
      if (session === undefined) {
        to.searchParams.set('error', 'access_denied');
        return to.href;
      }
      const code = randomUUID();
      codes.set(code, { ...authorization, session });
      to.searchParams.set('code', code);
      return to.href;
    },

    take(client, { code, redirectUri, codeVerifier }) {
      const found = codes.get(code);
      // Whoever guesses at a verifier has one try.
      codes.delete(code);
      const challenge = createHash('sha256').update(codeVerifier).digest('base64url');
      const isRight =
        found?.client === client &&
        found.query.redirect_uri === redirectUri &&
        found.query.code_challenge === challenge;
      if (!isRight) throw oidcError('InvalidGrantException', 'Invalid grant provided');
      if (found.expiresAt <= now()) throw oidcError('ExpiredTokenException', 'Token is expired');
      return found.session;
    },
  };
}

/** The command does not know its port yet when it registers. */
function isSameButForPort(registered: string, asked: string): boolean {
  if (!URL.canParse(asked)) return false;
  const url = new URL(asked);
  url.port = new URL(registered).port;
  return url.href === new URL(registered).href;
}
