import type { Account, Organization } from '../../organization.ts';
import { createStackSet, type MemberStack } from './member-stack.ts';

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
  /** What the StackSet of boarding-pass made in it; worked out when it is first asked for, for there may be very many accounts. */
  readonly stack: () => MemberStack;
};

export function createAccounts(organization: Organization): Map<string, IamAccount> {
  const deploy = createStackSet(organization);
  return new Map(
    organization.accounts.map((account) => [
      account.id,
      createAccount(
        account,
        once(() => deploy(account)),
      ),
    ]),
  );
}

function createAccount(account: Account, stack: () => MemberStack): IamAccount {
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
  return { account, users: new Map(existing), groups: account.groups, stack };
}

const awsPolicies = ['IAMUserChangePassword', 'ReadOnlyAccess', 'AdministratorAccess'];

/** Whether this policy, of AWS or of the account, is there to be attached or to be a boundary. */
export const hasPolicy = ({ stack }: IamAccount, arn: string): boolean =>
  awsPolicies.some((name) => arn === `arn:aws:iam::aws:policy/${name}`) || stack().policies.includes(arn);

function once<Value>(work: () => Value): () => Value {
  let done: { value: Value } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}
