import { type Account, isOffered, type Profile } from './profile.ts';
import { type SearchableAccount, searchAccounts, searchable } from './search.ts';

/** The accounts of an organization, as they are looked up and searched. */
export type AccountList = {
  size: number;
  find(id: string): Account | undefined;
  /**
   * Those that a profile offers and that match, best match first.
   * @param profile its id; where there is none of this id, whatever any profile offers
   * @returns at most `limit` of them, and how many more there are
   */
  search(text: string, limit: number, profile: string): { found: Account[]; more: number };
};

/** So many accounts are seen to at a time: while a list of thousands is made, somebody types. */
const AT_A_TIME = 50;

/** Takes accounts as they come, and makes them a list. */
export function gatherAccounts(profiles: Pick<Profile, 'id' | 'accounts'>[]) {
  /** By name, so that no search has to sort them. */
  const accounts: SearchableAccount[] = [];
  const byId = new Map<string, Account>();

  return {
    /** One that comes twice is taken once: an organization may change while it is read. */
    add(account: Account): void {
      if (byId.has(account.id)) return;
      byId.set(account.id, account);
      accounts.splice(placeOf(account, accounts), 0, searchable(account));
    },

    /** Makes the list in small steps: at each of them others may have their turn. */
    *list(): Generator<void, AccountList> {
      const none = () => new Uint8Array(accounts.length);
      const [byAny, byProfile] = [none(), new Map(profiles.map(({ id }) => [id, none()]))];
      for (const [i, account] of accounts.entries()) {
        if (i % AT_A_TIME === 0) yield;
        for (const profile of profiles) {
          if (!isOffered(profile, account)) continue;
          for (const offered of [byAny, byProfile.get(profile.id)]) offered?.fill(1, i, i + 1);
        }
      }
      return {
        size: accounts.length,
        find: (id) => byId.get(id),
        search: (text, limit, profile) => searchAccounts(accounts, byProfile.get(profile) ?? byAny, text, limit),
      };
    },
  };
}

/** Where an account belongs in the order of names: after those that are called the same. */
function placeOf({ name }: Account, accounts: Account[]): number {
  let [from, to] = [0, accounts.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (name < (accounts[middle]?.name ?? '')) to = middle;
    else from = middle + 1;
  }
  return from;
}
