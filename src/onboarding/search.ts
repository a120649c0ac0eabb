import { visible } from './characters.ts';
import type { Account } from './profile.ts';

/** An account with what it is searched by, a line each and its name first, made once when the list is loaded. */
export type SearchableAccount = Account & { haystack: string };

/** The accounts as they are searched: by name, so that no search has to sort thousands of them. */
export function searchable(accounts: Account[]): SearchableAccount[] {
  return accounts.map(withHaystack).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function withHaystack(account: Account): SearchableAccount {
  return { ...account, haystack: folded([account.name, account.id, account.email, account.unitPath].join('\n')) };
}

/** As it is compared: neither case nor width of letters tells two texts apart. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * The accounts in which every word of the text occurs, in name, id, e-mail or OU path; best match first. Where whole ids are in the text,
 * as in what a menu, a message or the console of AWS calls an account, it is those that are meant.
 * @returns at most `limit` of them, and how many more there are
 */
export function searchAccounts(
  accounts: SearchableAccount[],
  text: string,
  limit: number,
): { found: Account[]; more: number } {
  const typed = folded(visible(text));
  const ids = [...typed.matchAll(/(?<!\d)\d{4}[- ]?\d{4}[- ]?\d{4}(?!\d)/g)].map(([id]) => id.replace(/\D/g, ''));
  const words = ids.length > 0 ? ids : wordsOf(typed);
  const isMeant = ({ haystack }: SearchableAccount) =>
    ids.length > 0
      ? ids.some((id) => haystack.includes(id))
      : words.every((word) => haystack.includes(word) || isInId(word, haystack));
  const byRank: Account[][] = [[], [], [], []];
  for (const account of accounts)
    if (isMeant(account)) byRank[ids.includes(account.id) ? 0 : rankOf(account, words[0] ?? '')]?.push(account);
  const matches = byRank.flat();
  return { found: matches.slice(0, limit), more: Math.max(0, matches.length - limit) };
}

/** What stands around a name where it is quoted is no part of it. */
const wordsOf = (typed: string): string[] =>
  typed
    .split(/[\s,;]+/)
    .map((word) => word.replace(/^["'`“‘「(<[]+|["'`”’」)>\]…]+$/g, ''))
    .filter(Boolean);

/** An id that is being typed as the console of AWS shows it: `1111-22`. */
const isInId = (word: string, haystack: string): boolean =>
  /^\d{4}-[\d-]*$/.test(word) && haystack.includes(`\n${word.replaceAll('-', '')}`);

/** 0: it is the name or the id. 1: one of them begins so. 2: a part of the name begins so. 3: it occurs somewhere. */
function rankOf({ haystack, name, id }: SearchableAccount, word: string): number {
  if (haystack.startsWith(`${word}\n`) || id === word) return 0;
  if (haystack.startsWith(word) || id.startsWith(word)) return 1;
  const at = haystack.indexOf(word);
  return at < name.length && /[^a-z0-9]/.test(haystack[at - 1] ?? '') ? 2 : 3;
}
