import { type AccountList, gatherAccounts } from '../../src/onboarding/account-list.ts';
import type { Account, Profile } from '../../src/onboarding/profile.ts';
import { developer } from './examples.ts';

/** What the bot keeps in memory of these accounts. */
export function listOf(accounts: Account[], profiles: Pick<Profile, 'id' | 'accounts'>[] = [developer]): AccountList {
  const { add, list } = gatherAccounts(profiles);
  for (const account of accounts) add(account);
  const steps = list();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
