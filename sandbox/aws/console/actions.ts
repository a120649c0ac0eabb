import type { Hono } from 'hono';
import { z } from 'zod';
import { AwsError } from '../aws-error.ts';
import { toBase32 } from '../iam/mfa/base32.ts';
import { createDevice, enableDevice, serialNumberOf } from '../iam/mfa/devices.ts';
import { refusalOf, type SignedIn } from '../iam/permissions.ts';
import { arnOfUser } from '../iam/users.ts';
import { type Page, servicePages } from './service-pages.ts';
import type { Sessions } from './sessions.ts';

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

function run(who: SignedIn, input: z.output<typeof act>, now: number): object {
  const { account, user } = who;
  switch (input.action) {
    case 'open': {
      const { action, resource, items }: Page = servicePages[input.service];
      authorize(who, action, resource?.(account));
      return { service: input.service, items: items(account) };
    }
    case 'create-mfa-device': {
      authorize(who, 'iam:CreateVirtualMFADevice', serialNumberOf(account, input.name));
      const { serialNumber, seed } = createDevice(account, input.name);
      return { serialNumber, seed: toBase32(seed) };
    }
    case 'enable-mfa-device':
      authorize(who, 'iam:EnableMFADevice', arnOfUser(account, user));
      enableDevice(account, user, input, now);
      return { enabled: true };
  }
}

function authorize(who: SignedIn, action: string, resource?: string): void {
  const refusal = refusalOf(who, action, resource);
  if (refusal) throw new AwsError('AccessDenied', refusal, 403);
}
