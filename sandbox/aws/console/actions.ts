import type { Hono } from 'hono';
import { z } from 'zod';
import { AwsError } from '../aws-error.ts';
import { toBase32 } from '../iam/mfa/base32.ts';
import { createDevice, enableDevice, serialNumberOf } from '../iam/mfa/devices.ts';
import { refusalOf, refusalOfRole, type SignedIn } from '../iam/permissions.ts';
import { arnOfUser } from '../iam/users.ts';
import { type Page, servicePages } from './service-pages.ts';
import type { Sessions, Visitor } from './sessions.ts';

const session = z.string();
const act = z.discriminatedUnion('action', [
  z.object({ session, action: z.literal('open'), service: z.enum(['s3', 'ec2', 'iam']) }),
  z.object({ session, action: z.literal('create-mfa-device'), name: z.string() }),
  z.object({
    session,
    action: z.literal('enable-mfa-device'),
    serialNumber: z.string(),
    codes: z.tuple([z.string(), z.string()]),
  }),
]);

/** What somebody does in the console once they are signed in: as far as their policies let them, and their boundary. */
export function addActions(routes: Hono, { sessions, now }: { sessions: Sessions; now: () => number }): void {
  routes.post('/aws/console', async (c) => {
    const read = act.safeParse(await c.req.json().catch(() => undefined));
    if (!read.success) return c.json({ error: z.prettifyError(read.error) }, 400);
    const who = sessions.find(read.data.session);
    if (!who) return c.json({ code: 'signed-out', error: 'Your session has expired. Please sign in again.' }, 401);
    try {
      return c.json(run(who, read.data, now()));
    } catch (err) {
      if (!(err instanceof AwsError)) throw err;
      return c.json({ code: err.name, error: err.message }, err.status as 400);
    }
  });
}

type Act = z.output<typeof act>;

function run(who: Visitor, input: Act, now: number): object {
  if (input.action === 'open') return openPage(who, servicePages[input.service], input.service);
  // A role has no MFA devices of its own.
  if ('role' in who) throw new AwsError('AccessDenied', 'Only users of IAM have MFA devices here.', 403);
  return manageMfa(who, input, now);
}

function openPage(who: Visitor, { action, resource, items }: Page, service: string): object {
  authorize(who, action, resource?.(who.account));
  return { service, items: items(who.account) };
}

function manageMfa(who: SignedIn, input: Exclude<Act, { action: 'open' }>, now: number): object {
  const { account, user } = who;
  if (input.action === 'create-mfa-device') {
    authorize(who, 'iam:CreateVirtualMFADevice', serialNumberOf(account, input.name));
    const { serialNumber, seed } = createDevice(account, input.name);
    return { serialNumber, seed: toBase32(seed) };
  }
  authorize(who, 'iam:EnableMFADevice', arnOfUser(account, user));
  enableDevice(account, user, input, now);
  return { enabled: true };
}

function authorize(who: Visitor, action: string, resource?: string): void {
  const refusal = 'role' in who ? refusalOfRole(who, action, resource) : refusalOf(who, action, resource);
  if (refusal) throw new AwsError('AccessDenied', refusal, 403);
}
