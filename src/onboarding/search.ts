import { visible } from './characters.ts';
import type { Account } from './profile.ts';

/** An account with what it is searched by, a line each and its name first. */
export type SearchableAccount = Account & { haystack: string };

export function searchable(account: Account): SearchableAccount {
  const { name, id, email, unitPath } = account;
  return { ...account, haystack: folded([name, id, email, unitPath].join('\n')) };
}

/** As it is compared: neither case nor width of letters tells two texts apart. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * The accounts in which every word of the text occurs, in name, id, e-mail or OU path; best match first. Where whole ids are in the text,
 * as in what a menu, a message or the console of AWS calls an account, it is those that are meant. Plain loops, because of each of
 * ten thousand accounts it is asked at every key.
 * @param isOffered 1 or 0 for each account, in their order
 * @returns at most `limit` of them, and how many more there are
 */
export function searchAccounts(
  accounts: readonly SearchableAccount[],
  isOffered: Uint8Array,
  text: string,
  limit: number,
): { found: Account[]; more: number } {
  const wanted = readSearch(text);
  const byRank: Account[][] = [[], [], [], []];
  let count = 0;
  for (let i = 0; i < accounts.length; i++) {
    const account = accounts[i];
    if (isOffered[i] === 0 || account === undefined || !isMeant(account, wanted)) continue;
    count++;
    const alike = byRank[rankOf(account, wanted)];
    if (alike && alike.length < limit) alike.push(account);
  }
  const found = byRank.flat().slice(0, limit);
  return { found, more: count - found.length };
}

/** `asId` is an id that is being typed as the console of AWS shows it: `1111-22`. */
type Word = { text: string; asId: string | undefined };
type Wanted = { ids: Set<string>; first: string; longestFirst: Word[] };

/** Of what somebody pastes, more is not looked at. */
const MAX_LENGTH = 1_000;
const MAX_WORDS = 8;

function readSearch(text: string): Wanted {
  const typed = folded(visible(text.slice(0, MAX_LENGTH)));
  const ids = (typed.match(/(?<!\d)\d{4}[- ]?\d{4}[- ]?\d{4}(?!\d)/g) ?? []).map((id) => id.replace(/\D/g, ''));
  const words = [...new Set(ids.length > 0 ? ids.slice(0, 1) : wordsIn(typed))].slice(0, MAX_WORDS);
  // The longest word is in the fewest accounts.
  const longestFirst = words.toSorted((one, other) => other.length - one.length);
  return { ids: new Set(ids), first: words[0] ?? '', longestFirst: longestFirst.map(asWord) };
}

/** What stands around a name where it is quoted is no part of it. */
const wordsIn = (typed: string): string[] =>
  typed
    .split(/[\s,;]+/)
    .map((word) => word.replace(/^["'`“‘「(<[]+|["'`”’」)>\]…]+$/g, ''))
    .filter(Boolean);

const asWord = (text: string): Word => ({
  text,
  asId: /^\d{4}-[\d-]*$/.test(text) ? `\n${text.replaceAll('-', '')}` : undefined,
});

function isMeant({ id, haystack }: SearchableAccount, { ids, longestFirst }: Wanted): boolean {
  if (ids.has(id)) return true;
  for (const { text, asId } of longestFirst)
    if (!haystack.includes(text) && (asId === undefined || !haystack.includes(asId))) return false;
  return true;
}

/** 0: it is the name or the id. 1: one of them begins so. 2: a part of the name begins so. 3: it occurs somewhere. */
function rankOf({ haystack, name, id }: SearchableAccount, { ids, first }: Wanted): number {
  if (ids.has(id) || id === first) return 0;
  const at = haystack.indexOf(first);
  if (at === 0) return haystack.startsWith('\n', first.length) ? 0 : 1;
  if (id.startsWith(first)) return 1;
  return at > 0 && at < name.length && !isLetterOrDigit(haystack.charCodeAt(at - 1)) ? 2 : 3;
}

/** One of a to z and 0 to 9. */
const isLetterOrDigit = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
