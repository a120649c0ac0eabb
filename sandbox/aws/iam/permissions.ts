import type { IamAccount, User } from './account.ts';
import { documentOf, identityPoliciesOf } from './managed-policies.ts';
import { evaluate } from './policy/evaluate.ts';
import type { Statement } from './policy/statement.ts';
import { arnOfUser } from './users.ts';

/** Somebody with a role of the account, from the AWS access portal. */
export type InRole = { account: IamAccount; role: { arn: string; statements: Statement[] } };

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
  return inWords(caller, action, resource, {
    'permissions boundary': evaluate(boundaryOf(account, user), { action, resource, context }),
    'identity-based policy': evaluate(identityPoliciesOf(account, user), { action, resource, context }),
  });
}

/** The same of a role. */
export function refusalOfRole({ role }: InRole, action: string, resource = '*'): string | undefined {
  const answer = evaluate(role.statements, { action, resource, context: { 'aws:PrincipalArn': role.arn } });
  return inWords(role.arn, action, resource, { 'identity-based policy': answer });
}

function inWords(
  caller: string,
  action: string,
  resource: string,
  answers: Record<string, ReturnType<typeof evaluate>>,
): string | undefined {
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
