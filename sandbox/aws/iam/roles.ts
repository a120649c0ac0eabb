import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../json.ts';
import { serviceError, type TaskError } from '../task-error.ts';
import type { IamAccount } from './accounts.ts';
import { iamError } from './action.ts';
import type { IamActionName } from './iam.ts';
import { arnOfGroup } from './memberships.ts';
import { arnOfUser } from './users.ts';

/** An action is allowed on the resources of the account that match, under all conditions given. */
type Grant = {
  on: string;
  /** The request must set this policy of the account as the user's boundary (`iam:PermissionsBoundary`). */
  boundary?: string;
  /** `iam:PolicyARN` */
  policyArns?: string[];
  except?: string;
};

type Role = {
  /** The one machine that may assume it: `sts:ExternalId` must be its ARN. */
  machine: string;
  allows: Partial<Record<IamActionName, Grant>>;
};

const anyUser = { on: 'user/*' };
const onboarded = { on: 'user/onboarded/*' };
const anything = { on: '*' };
const ordinaryGroup = { on: 'group/*', except: 'group/Administrators' };
const harmlessPolicy = { ...onboarded, policyArns: ['arn:aws:iam::aws:policy/IAMUserChangePassword'] };

/** The roles that every prepared member account has, and what each may do there. */
export const roles: Record<string, Role> = {
  'boarding-pass-inspect-iam-users': {
    machine: 'inspect-iam-users',
    allows: {
      listAccountAliases: anything,
      getUser: anyUser,
      getGroup: { on: 'group/*' },
    },
  },
  'boarding-pass-provision-iam-users': {
    machine: 'provision-iam-users',
    allows: {
      listAccountAliases: anything,
      getUser: anyUser,
      createUser: { ...onboarded, boundary: 'boarding-pass-boundary' },
      deleteUser: onboarded,
      addUserToGroup: ordinaryGroup,
      removeUserFromGroup: ordinaryGroup,
      attachUserPolicy: harmlessPolicy,
      detachUserPolicy: onboarded,
    },
  },
  'boarding-pass-issue-password': {
    machine: 'issue-password',
    allows: {
      listAccountAliases: anything,
      getAccountPasswordPolicy: anything,
      getUser: anyUser,
      getLoginProfile: onboarded,
      createLoginProfile: onboarded,
      updateLoginProfile: onboarded,
    },
  },
};

/** Who is calling: a machine's own role in the home account, as AWS names it in its refusals. */
export type Caller = { machine: string; arn: string };

/** Steps from the home account into the account of the role, or refuses as STS does. */
export function assumeRole(
  { accounts, managementAccount }: { accounts: Map<string, IamAccount>; managementAccount: string },
  roleArn: string,
  caller: Caller,
): IamAccount {
  const [, accountId = '', roleName = ''] = /^arn:aws:iam::(\d{12}):role\/(.+)$/.exec(roleArn) ?? [];
  const account = accounts.get(accountId);
  const isThere =
    account && !account.account.withoutRoles && account.account.state === 'ACTIVE' && accountId !== managementAccount;
  if (!isThere || roles[roleName]?.machine !== caller.machine) {
    // The name is not documented, and this one is a guess.
    const text = `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`;
    throw serviceError('Sts', 'StsException', 403, text);
  }
  return account;
}

/** Lets a call through that the role allows, and refuses every other as IAM does. */
export function authorize(account: IamAccount, roleArn: string, action: IamActionName, parameters: JsonObject): void {
  const roleName = roleArn.split('/').at(-1) ?? '';
  const grant = roles[roleName]?.allows[action];
  const resource = resourceOf(account, action, parameters);
  const prefix = `arn:aws:iam::${account.account.id}:`;
  const isAllowed =
    grant !== undefined &&
    isMatch(resource, grant.on === '*' ? '*' : `${prefix}${grant.on}`) &&
    !(grant.except && isMatch(resource, `${prefix}${grant.except}`)) &&
    (!grant.boundary || parameters.PermissionsBoundary === `${prefix}policy/${grant.boundary}`) &&
    (!grant.policyArns || grant.policyArns.some((arn) => arn === parameters.PolicyArn));
  if (!isAllowed) {
    throw accessDenied(`arn:aws:sts::${account.account.id}:assumed-role/${roleName}/${randomUUID()}`, action, resource);
  }
}

export function accessDenied(caller: string, action: string, resource: string): TaskError {
  const operation = `iam:${action.charAt(0).toUpperCase()}${action.slice(1)}`;
  const text = `User: ${caller} is not authorized to perform: ${operation} on resource: ${resource}`;
  return iamError('IamException', 403, `${text} because no identity-based policy allows the ${operation} action`);
}

/**
 * Of a user that is not there IAM knows no path, so that a grant with a path does not match. Inferred, not documented:
 * its refusals then name "role x" or "user x" instead of an ARN (aws/aws-cdk#27067).
 */
function resourceOf(account: IamAccount, action: IamActionName, parameters: JsonObject): string {
  const { UserName, GroupName, Path } = parameters;
  if (typeof GroupName === 'string') return arnOfGroup(account, GroupName);
  if (typeof UserName !== 'string') return '*';
  const existing = account.users.get(UserName.toLowerCase());
  if (existing && action !== 'createUser') return arnOfUser(account, existing);
  return arnOfUser(account, { userName: UserName, path: typeof Path === 'string' ? Path : '/' });
}

function isMatch(value: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(value);
}
