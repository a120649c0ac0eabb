import type { Account, Organization } from '../../organization.ts';

export type Tag = { Key: string; Value: string };

export type LoginProfile = { createdAt: Date; passwordResetRequired: boolean; salt: string; hash: string };

export type User = {
  readonly userName: string;
  readonly userId: string;
  readonly path: string;
  readonly createdAt: Date;
  readonly permissionsBoundary?: string;
  readonly tags: Tag[];
  readonly groups: Set<string>;
  readonly policies: Set<string>;
  loginProfile?: LoginProfile;
  passwordLastUsed?: Date;
};

/** An AWS account with its IAM. */
export type IamAccount = {
  readonly account: Account;
  /** By lower-cased name: IAM tells names apart by more than case nowhere. */
  readonly users: Map<string, User>;
  readonly groups: string[];
  /** The customer-managed and AWS-managed policies that can be attached. */
  readonly policies: string[];
};

const awsPolicies = ['IAMUserChangePassword', 'ReadOnlyAccess', 'AdministratorAccess'];

export function createAccounts(organization: Organization): Map<string, IamAccount> {
  return new Map(organization.accounts.map((account) => [account.id, createAccount(account)]));
}

function createAccount(account: Account): IamAccount {
  const existing = (account.users ?? []).map((userName, index): [string, User] => [
    userName.toLowerCase(),
    {
      userName,
      userId: `AIDAEXISTING${String(index).padStart(9, '0')}`,
      path: '/',
      createdAt: new Date('2024-03-01T09:00:00Z'),
      tags: [],
      groups: new Set(),
      policies: new Set(),
    },
  ]);
  return {
    account,
    users: new Map(existing),
    groups: account.groups,
    policies: [
      ...awsPolicies.map((name) => `arn:aws:iam::aws:policy/${name}`),
      ...(account.withoutRoles ? [] : [`arn:aws:iam::${account.id}:policy/boarding-pass-boundary`]),
    ],
  };
}
