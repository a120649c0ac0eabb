import type { IamAccount, User } from './account.ts';
import { documentOf, identityPoliciesOf } from './managed-policies.ts';
import { evaluate } from './policy/evaluate.ts';
import { arnOfUser } from './users.ts';

/** A user who signed in, and whether with an MFA code. */
export type SignedIn = { account: IamAccount; user: User; mfa: boolean };

/**
 * What the user's policies have against an action, in AWS's words; undefined if nothing. Somebody with a permissions boundary
 * may do what it and their own policies allow.
 */
export function refusalOf({ account, user, mfa }: SignedIn, action: string, resource = '*'): string | undefined {
  const caller = arnOfUser(account, user);
  const context = {
    'aws:PrincipalArn': caller,
    'aws:PrincipalAccount': account.account.id,
    'aws:username': user.userName,
    'aws:MultiFactorAuthPresent': String(mfa),
  };
  const answers = {
    'permissions boundary': evaluate(boundaryOf(account, user), { action, resource, context }),
    'identity-based policy': evaluate(identityPoliciesOf(account, user), { action, resource, context }),
  };
  const isFirst = (wanted: string) => Object.entries(answers).find(([, answer]) => answer === wanted)?.[0];
  const denying = isFirst('denied');
  const silent = isFirst('not allowed');
  if (!denying && !silent) return undefined;

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
  const where = resource === '*' ? '' : ` on resource: ${resource}`;
  const article = denying === 'identity-based policy' ? 'an' : 'a';
  const why = denying
    ? `with an explicit deny in ${article} ${denying}`
    : `because no ${silent} allows the ${action} action`;
  return `User: ${caller} is not authorized to perform: ${action}${where} ${why}`;
}

/** Without a boundary there is no limit. */
const boundaryOf = (account: IamAccount, { permissionsBoundary }: User) =>
  permissionsBoundary === undefined
    ? [{ Effect: 'Allow' as const, Action: '*', Resource: '*' }]
    : (documentOf(account, permissionsBoundary) ?? []);
