import type { Account, Organization } from '../../organization/organization.ts';
import type { IamAccount, MemberStack, User } from './account.ts';
import { documentOf } from './managed-policies.ts';
import { createStackSet } from './member-stack.ts';

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
      mfaDevices: [],
    },
  ]);
  return { account, users: new Map(existing), groups: account.groups, mfaDevices: new Map(), stack };
}

/** Whether this policy, of AWS or of the account, is there to be attached or to be a boundary. */
export const hasPolicy = (account: IamAccount, arn: string): boolean => documentOf(account, arn) !== undefined;

function once<Value>(work: () => Value): () => Value {
  let done: { value: Value } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}
