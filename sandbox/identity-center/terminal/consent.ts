import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { PortalSessions } from '../portal/sessions.ts';
import type { Authorizations } from './authorizations.ts';
import type { DeviceCodes } from './device-codes.ts';

const asked = z.object({
  session: z.string(),
  /** What the terminal shows, or the request that a browser was sent with. */
  userCode: z.string().optional(),
  request: z.string().optional(),
  /** Nothing is decided before it is said. */
  decision: z.enum(['allow', 'deny']).optional(),
});

const signedOut = { code: 'signed-out', error: 'Your session has expired. Please sign in again.' };
const unknown = { code: 'unknown-code', error: 'There is no such request, or it has expired.' };

/** What somebody at the portal is asked when a command wants a token in their name. */
export function createConsent({
  sessions,
  deviceCodes,
  authorizations,
}: {
  sessions: PortalSessions;
  deviceCodes: DeviceCodes;
  authorizations: Authorizations;
}): Hono {
  const decideOn = ({ userCode, request, decision, session }: z.output<typeof asked>) => {
    const answer = decision === 'allow' ? session : undefined;
    const code = userCode === undefined ? undefined : deviceCodes.find(userCode);
    if (code) {
      if (decision) code.decision = { session: answer };
      return { userCode: code.userCode, client: code.client.name };
    }
    const authorization = request === undefined ? undefined : authorizations.find(request);
    if (!authorization) return undefined;
    const { client } = authorization;
    return { client: client.name, ...(decision && { location: authorizations.decide(authorization, answer) }) };
  };

  return new Hono().post('/portal/terminal', async (c: Context) => {
    const read = asked.safeParse(await c.req.json().catch(() => undefined));
    if (!read.success) return c.json({ error: z.prettifyError(read.error) }, 400);
    if (!sessions.find(read.data.session)) return c.json(signedOut, 401);
    const answer = decideOn(read.data);
    return answer ? c.json(answer) : c.json(unknown, 404);
  });
}
