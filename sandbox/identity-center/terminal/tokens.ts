import { randomUUID } from 'node:crypto';
import { AwsError } from '../../aws/aws-error.ts';
import type { IdentityCenter, User } from '../center.ts';
import type { PortalSessions } from '../portal/sessions.ts';
import { type Client, grantTypes } from './clients.ts';
import { oidcError } from './oidc-error.ts';

/** Until when somebody stays signed in, in milliseconds, and by which session at the portal. */
type Grant = { readonly client: Client; readonly session: string; readonly until: number };
type Access = Grant & { readonly expiresAt: number };

export type Token = { accessToken: string; tokenType: 'Bearer'; expiresIn: number; refreshToken?: string };

export type Tokens = {
  issue(client: Client, session: string): Token;
  refresh(client: Client, refreshToken: string): Token;
  /** Whose it is; refused as the portal's API does it. */
  ownerOf(accessToken: string): User;
  /** "Invalidates the corresponding server-side sign in session": there goes every token of it. */
  signOut(accessToken: string): void;
};

export function createTokens({ settings }: IdentityCenter, sessions: PortalSessions, now: () => number): Tokens {
  const access = new Map<string, Access>();
  const refreshable = new Map<string, Grant>();

  const issueFor = (grant: Grant): Token => {
    const mayRefresh = grant.client.scopes.length > 0 && grant.client.grantTypes.includes(grantTypes.refreshToken);
    const left = Math.floor((grant.until - now()) / 1000);
    const expiresIn = mayRefresh ? Math.min(settings.lifetimes.accessToken, left) : left;
    const accessToken = randomUUID();
    access.set(accessToken, { ...grant, expiresAt: now() + expiresIn * 1000 });
    if (!mayRefresh) return { accessToken, tokenType: 'Bearer', expiresIn };
    const refreshToken = randomUUID();
    refreshable.set(refreshToken, grant);
    return { accessToken, tokenType: 'Bearer', expiresIn, refreshToken };
  };
  const find = (accessToken: string): { grant: Access; user: User } => {
    const grant = access.get(accessToken);
    const user = grant && grant.expiresAt > now() ? sessions.find(grant.session) : undefined;
    if (!grant || !user) throw new AwsError('UnauthorizedException', 'Session token not found or invalid', 401);
    return { grant, user };
  };

  return {
    issue(client, session) {
      if (!sessions.find(session)) throw oidcError('InvalidGrantException', 'Invalid grant provided');
      return issueFor({ client, session, until: now() + settings.lifetimes.signIn * 1000 });
    },
    refresh(client, refreshToken) {
      const grant = refreshable.get(refreshToken);
      const isGood = grant?.client === client && grant.until > now() && sessions.find(grant.session);
      if (!isGood) throw oidcError('InvalidGrantException', 'Invalid refresh token provided');
      refreshable.delete(refreshToken);
      return issueFor(grant);
    },
    ownerOf: (accessToken) => find(accessToken).user,
    signOut(accessToken) {
      sessions.close(find(accessToken).grant.session);
    },
  };
}
