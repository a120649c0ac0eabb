import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { AwsError } from '../../aws/aws-error.ts';
import type { IamAccount } from '../../aws/iam/account.ts';
import type { Plain } from '../../aws/json.ts';
import type { IdentityCenter, User } from '../center.ts';
import { secondsOf } from '../described.ts';
import { accountsFor } from '../portal/accounts.ts';
import { roleFor } from '../portal/open.ts';
import type { TemporaryCredentials } from './credentials.ts';
import { readAs, rest } from './rest.ts';
import type { Tokens } from './tokens.ts';

/** "The number of items that clients can request per page": 100 at most; how many come unasked is not documented. */
const paged = z.object({
  next_token: z.string().optional(),
  max_result: z.coerce.number().int().min(1).max(100).default(20),
});
const ofAccount = paged.extend({ account_id: z.string() });
const wanted = z.object({ account_id: z.string(), role_name: z.string() });

type World = {
  center: IdentityCenter;
  accounts: ReadonlyMap<string, IamAccount>;
  tokens: Tokens;
  credentials: TemporaryCredentials;
};

/** What a token opens: https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/Welcome.html */
export function createPortalApi(world: World): Hono {
  const { center, accounts, tokens, credentials } = world;
  const ownerOf = (c: Context): User => tokens.ownerOf(tokenOf(c));

  return new Hono()
    .get(
      '/assignment/accounts',
      rest((c) => {
        const theirs = accountsFor(center, accounts, ownerOf(c));
        const show = theirs.map(({ id, name, email }) => ({ accountId: id, accountName: name, emailAddress: email }));
        return page('accountList', show, read(c, paged));
      }),
    )
    .get(
      '/assignment/roles',
      rest((c) => {
        const user = ownerOf(c);
        const { account_id: accountId, ...place } = read(c, ofAccount);
        const account = accountsFor(center, accounts, user).find(({ id }) => id === accountId);
        if (!account) throw noAccess();
        return page(
          'roleList',
          account.permissionSets.map(({ name }) => ({ roleName: name, accountId })),
          place,
        );
      }),
    )
    .get(
      '/federation/credentials',
      rest((c) => {
        const user = ownerOf(c);
        const { account_id: accountId, role_name: permissionSet } = read(c, wanted);
        const given = roleFor(world, user, { accountId, permissionSet });
        if (!given) throw noAccess();
        return { roleCredentials: credentials.issue(given, secondsOf(given.set.sessionDuration)) };
      }),
    )
    .post(
      '/logout',
      rest((c) => {
        tokens.signOut(tokenOf(c));
        return {};
      }),
    );
}

const tokenOf = (c: Context): string => c.req.header('x-amz-sso_bearer_token') ?? '';

/** Seen in aws-sam-cli#2129; the page of the operation does not name it. */
const noAccess = () => new AwsError('ForbiddenException', 'No access', 403);

const read = <Schema extends z.ZodType>(c: Context, schema: Schema): z.output<Schema> =>
  readAs(schema, c.req.query(), (why) => new AwsError('InvalidRequestException', why));

function page(
  key: string,
  items: Plain[],
  { next_token = '0', max_result }: z.output<typeof paged>,
): { [key: string]: Plain } {
  const start = Number(next_token);
  if (!Number.isInteger(start) || start < 0) throw new AwsError('InvalidRequestException', 'Invalid next token');
  const end = start + max_result;
  return { [key]: items.slice(start, end), nextToken: end < items.length ? String(end) : undefined };
}
