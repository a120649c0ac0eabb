import { MAX_ACCOUNTS } from '../contract/sizes.ts';
import { wordedFor } from '../contract/worded.ts';
import type { FormProblem } from './form-problem.ts';
import { type Account, isOffered, type Profile } from './profile.ts';
import type { SlackPerson } from './slack-person.ts';

/** The values of menu entries that only say that there is no account to choose: not yet, or none at all. */
export const LOADING = 'loading';
export const NOTHING = 'nothing';

/** The organization's accounts, as far as they are known by now. */
export type KnownAccounts = {
  find(id: string): Account | undefined;
  isLoaded: boolean;
  /** The last attempt to load them did. */
  hasFailed?: boolean;
};

/** The accounts that were chosen, each once; of all that are no good it is told which. */
export function readAccounts(
  chosen: string[],
  profile: Profile | undefined,
  { accounts: { find, isLoaded, hasFailed }, requester }: { accounts: KnownAccounts; requester: SlackPerson },
): { accounts: Account[]; problems: FormProblem[] } {
  const field = 'accounts' as const;
  const ids = [...new Set(chosen)];
  if (ids.length === 0) return { accounts: [], problems: [{ field, kind: 'missing' }] };
  const found = ids.map((id) => ({ id, account: find(id) }));
  const isLoading = ids.includes(LOADING) || (!isLoaded && found.some(({ account }) => !account));
  if (isLoading) {
    const kind = !isLoaded && hasFailed ? 'accounts-not-loaded' : 'accounts-loading';
    return { accounts: [], problems: [{ field, kind }] };
  }
  if (ids.includes(NOTHING)) return { accounts: [], problems: [{ field, kind: 'no-accounts' }] };

  const accounts = found.flatMap(({ account }) => (account?.isActive ? [account] : []));
  const gone = found.filter(({ account }) => !account?.isActive).map(({ id, account }) => account?.name ?? id);
  const closed = profile ? accounts.filter((account) => !isOffered(profile, account)).map(({ name }) => name) : [];
  return {
    accounts,
    problems: [
      ...(gone.length > 0 ? [{ field, kind: 'accounts-gone' as const, accounts: gone }] : []),
      ...(profile && closed.length > 0
        ? [
            {
              field,
              kind: 'not-offered' as const,
              profile: wordedFor(profile.name, requester.locale),
              accounts: closed,
            },
          ]
        : []),
      ...(ids.length > MAX_ACCOUNTS ? [{ field, kind: 'too-many-accounts' as const, count: ids.length }] : []),
    ],
  };
}
