import { Hono } from 'hono';
import { z } from 'zod';
import type { Sessions } from '../../aws/console/sessions.ts';
import type { IamAccount } from '../../aws/iam/account.ts';
import type { Mail } from '../../aws/mail.ts';
import type { IdentityCenter } from '../center.ts';
import { synchronize } from '../company-directory.ts';
import { accountsFor } from './accounts.ts';
import { createCodes } from './codes.ts';
import { openConsole } from './open.ts';
import type { PortalSessions } from './sessions.ts';
import { signIn, typed } from './sign-in.ts';

const ofSession = z.object({ session: z.string() });
const choice = ofSession.extend({ accountId: z.string(), permissionSet: z.string() });

const signedOut = { code: 'signed-out', error: 'Your session has expired. Please sign in again.' };

/** The AWS access portal: whom the Identity Center knows gets in, to the accounts that they were given. */
export function createPortal(world: {
  center: IdentityCenter;
  accounts: ReadonlyMap<string, IamAccount>;
  /** Of the console, which opens for who comes from here. */
  consoles: Sessions;
  sessions: PortalSessions;
  mails: Mail[];
  /** The time for one-time codes of authenticators. */
  now(): number;
}): Hono {
  const { center, accounts, sessions, mails } = world;
  const codes = createCodes(mails);

  return new Hono()
    .get('/portal', (c) => {
      const user = sessions.find(/^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '');
      return user ? c.json({ userName: user.userName, displayName: user.displayName }) : c.json(signedOut, 401);
    })
    .post('/portal/sign-in', async (c) => {
      const read = typed.safeParse(await c.req.json().catch(() => undefined));
      if (!read.success) return c.json({ error: z.prettifyError(read.error) }, 400);
      const { status, body } = signIn(read.data, { center, codes, sessions, now: world.now() });
      return c.json(body, status);
    })
    .post('/portal/synchronize', (c) => c.json(synchronize(center)))
    .post('/portal/accounts', async (c) => {
      const read = ofSession.safeParse(await c.req.json().catch(() => undefined));
      const user = read.success ? sessions.find(read.data.session) : undefined;
      return user ? c.json({ accounts: accountsFor(center, accounts, user) }) : c.json(signedOut, 401);
    })
    .post('/portal/open', async (c) => {
      const read = choice.safeParse(await c.req.json().catch(() => undefined));
      if (!read.success) return c.json({ error: z.prettifyError(read.error) }, 400);
      const user = sessions.find(read.data.session);
      if (!user) return c.json(signedOut, 401);
      const opened = openConsole(world, user, read.data);
      return opened ? c.json(opened) : c.json({ code: 'ForbiddenException', error: 'No access' }, 403);
    });
}
