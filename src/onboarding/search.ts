import type { Account } from './profile.ts';

/** An account with what it is searched by, a line each and its name first, made once when the list is loaded. */
export type SearchableAccount = Account & { haystack: string };

/** The accounts as they are searched: by name, so that no search has to sort thousands of them. */
export function searchable(accounts: Account[]): SearchableAccount[] {
  return accounts.map(withHaystack).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function withHaystack(account: Account): SearchableAccount {
  return { ...account, haystack: [account.name, account.id, account.email, account.unitPath].join('\n').toLowerCase() };
}

/**
 * The accounts in which every word of the text occurs, in name, id, e-mail or OU path; best match first.
 * @returns at most `limit` of them, and how many more there are
 */
export function searchAccounts(
  accounts: SearchableAccount[],
  text: string,
  limit: number,
): { found: Account[]; more: number } {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const byRank: Account[][] = [[], [], [], []];
  for (const account of accounts)
    if (words.every((word) => account.haystack.includes(word))) byRank[rankOf(account, words[0] ?? '')]?.push(account);
  const matches = byRank.flat();
  return { found: matches.slice(0, limit), more: Math.max(0, matches.length - limit) };
}

/** 0: it is the name or the id. 1: one of them begins so. 2: a part of the name begins so. 3: it occurs somewhere. */
function rankOf({ haystack, name, id }: SearchableAccount, word: string): number {
  if (haystack.startsWith(`${word}\n`) || id === word) return 0;
  if (haystack.startsWith(word) || id.startsWith(word)) return 1;
  const at = haystack.indexOf(word);
  return at < name.length && /[^a-z0-9]/.test(haystack[at - 1] ?? '') ? 2 : 3;
}
