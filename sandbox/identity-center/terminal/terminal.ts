import { Hono } from 'hono';
import type { IamAccount } from '../../aws/iam/account.ts';
import type { Service } from '../../aws/wire.ts';
import type { IdentityCenter } from '../center.ts';
import type { PortalSessions } from '../portal/sessions.ts';
import { createAuthorizations } from './authorizations.ts';
import { createClients } from './clients.ts';
import { createConsent } from './consent.ts';
import { createTemporaryCredentials } from './credentials.ts';
import { createDeviceCodes } from './device-codes.ts';
import { createOidc } from './oidc.ts';
import { createPortalApi } from './portal-api.ts';
import { createTerminalServices } from './services.ts';
import { addSetup } from './setup.ts';
import { createTokens } from './tokens.ts';

/** What the AWS CLI speaks: how it gets a token, what that opens, and the first things one tries with it. */
export function createTerminal(world: {
  center: IdentityCenter;
  accounts: ReadonlyMap<string, IamAccount>;
  sessions: PortalSessions;
  now(): number;
}): { routes: Hono; services: { sts: Service; s3: Service } } {
  const { center, accounts, sessions, now } = world;
  const clients = createClients(center, now);
  const deviceCodes = createDeviceCodes(center, now);
  const authorizations = createAuthorizations(center, clients, now);
  const tokens = createTokens(center, sessions, now);
  const credentials = createTemporaryCredentials(now);

  const routes = new Hono()
    .route('/', createOidc({ center, clients, deviceCodes, authorizations, tokens, now }))
    .route('/', createPortalApi({ center, accounts, tokens, credentials }))
    .route('/', createConsent({ sessions, deviceCodes, authorizations }));
  addSetup(routes);
  return { routes, services: createTerminalServices(credentials) };
}
