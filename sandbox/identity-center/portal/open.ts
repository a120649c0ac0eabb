import { createHash } from 'node:crypto';
import type { Sessions } from '../../aws/console/sessions.ts';
import type { IamAccount } from '../../aws/iam/account.ts';
import { documentOf } from '../../aws/iam/managed-policies.ts';
import type { InRole } from '../../aws/iam/permissions.ts';
import { type Statement, statementsOf } from '../../aws/iam/policy/statement.ts';
import { assignmentsOf } from '../admin/assignments.ts';
import type { IdentityCenter, User } from '../center.ts';
import type { PermissionSet } from '../described.ts';
import { secondsOf } from '../described.ts';

type World = { center: IdentityCenter; accounts: ReadonlyMap<string, IamAccount> };
type Wanted = { accountId: string; permissionSet: string };
type Opened = { account: { id: string; name: string }; identity: string; session: string };

/** The console of an account, with a permission set; undefined where this person does not have it there. */
export function openConsole(
  world: World & { consoles: Sessions },
  user: User,
  { accountId, permissionSet }: Wanted,
): Opened | undefined {
  const given = roleFor(world, user, { accountId, permissionSet });
  if (!given) return undefined;
  const { id, name } = given.account.account;
  const { role, set } = given;
  // The console says who is there, not where: the name of the account is the portal's.
  return {
    account: { id, name },
    identity: `${permissionSet}/${user.userName}`,
    session: world.consoles.open({ account: given.account, role }, secondsOf(set.sessionDuration)),
  };
}

/** The role that a permission set is in an account; undefined where this person does not have it there, or nobody has. */
export function roleFor(
  { center, accounts }: World,
  user: User,
  { accountId, permissionSet }: Wanted,
): (InRole & { set: PermissionSet }) | undefined {
  const account = accounts.get(accountId);
  const has = assignmentsOf(center, user.userId).filter((each) => each.accountId === accountId);
  const set = has
    .flatMap(({ permissionSetArn }) => center.permissionSets.get(permissionSetArn) ?? [])
    .find(({ name }) => name === permissionSet);
  // In an account that was suspended the role is there still, and opens nothing.
  if (account?.account.state !== 'ACTIVE' || !set) return undefined;
  return { account, role: roleOf(account, set, user), set };
}

/** https://docs.aws.amazon.com/singlesignon/latest/userguide/using-service-linked-roles.html: AWSReservedSSO_NAME_HASH */
function roleOf(account: IamAccount, set: PermissionSet, { userName }: User) {
  const hash = createHash('sha256').update(set.arn).digest('hex').slice(0, 16);
  const arn = `arn:aws:sts::${account.account.id}:assumed-role/AWSReservedSSO_${set.name}_${hash}/${userName}`;
  return { arn, statements: statementsIn(account, set) };
}

function statementsIn(
  account: IamAccount,
  { managedPolicies, customerManagedPolicies = [], inlinePolicy }: PermissionSet,
): Statement[] {
  const own = customerManagedPolicies.map((name) => `arn:aws:iam::${account.account.id}:policy/${name}`);
  const attached = [...managedPolicies, ...own].flatMap((arn) => documentOf(account, arn) ?? []);
  return [...attached, ...(inlinePolicy ? statementsOf(inlinePolicy) : [])];
}
