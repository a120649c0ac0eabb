import type { TypedPerson } from '../contract/people.ts';
import { isEmail, plainAddress, readPasted } from './email.ts';
import { oneLine } from './names.ts';

/** One mistake in the field `others`, with the text that it is about. */
export type LineProblem =
  | {
      kind: 'not-an-email' | 'name-too-long' | 'too-many-words' | 'two-addresses' | 'email-twice' | 'user-name-twice';
      text: string;
    }
  | { kind: 'not-a-user-name'; text: string };

/** As much as fits into a line that an approver reads. Identity Center would take 1,024 characters. */
const MAX_NAME = 128;

/**
 * Reads the people who were typed in, one per line: an e-mail address, perhaps with a user name before it; or as mail programs write
 * it, `Sam Lee <sam@partner.example>`, perhaps with a user name before that; pasted from where they are links, too. Every mistake is
 * reported.
 * @param isUserName the method's
 */
export function readOthers(
  text: string,
  isUserName: (name: string) => boolean,
): { typed: TypedPerson[]; problems: LineProblem[] } {
  const typed: TypedPerson[] = [];
  const problems: LineProblem[] = [];
  const seen = new Set<string>();

  const once = (value: string, kind: LineProblem['kind']) => {
    if (seen.has(value.toLowerCase())) problems.push({ kind, text: value });
    seen.add(value.toLowerCase());
  };

  for (const pasted of text.split('\n')) {
    const line = readPasted(pasted);
    const parts = partsOf(line);
    if (!parts) continue;
    const { email, userName, name } = parts;
    const found = problemsIn(line, parts, isUserName);
    problems.push(...found);
    if (found.length > 0) continue;
    once(email, 'email-twice');
    if (userName !== undefined && userName.toLowerCase() !== email.toLowerCase()) once(userName, 'user-name-twice');
    typed.push({ email, ...(userName !== undefined && { userName }), ...(name !== undefined && { name }) });
  }
  return { typed, problems };
}

/** Everything that is wrong with one line, as far as it can be told what is what on it. */
function problemsIn(
  line: string,
  { email, userName, name, isTooLong }: Parts,
  isUserName: (name: string) => boolean,
): LineProblem[] {
  // One of them would become the other's user name, and the password would go to the wrong one.
  if (addressesIn(line).size > 1) return [{ kind: 'two-addresses', text: line.trim() }];
  if (isTooLong) return [{ kind: 'too-many-words', text: line.trim() }];
  return [
    ...(isEmail(email) ? [] : [{ kind: 'not-an-email' as const, text: email }]),
    ...(userName === undefined || isUserName(userName) ? [] : [{ kind: 'not-a-user-name' as const, text: userName }]),
    ...(name === undefined || name.length <= MAX_NAME ? [] : [{ kind: 'name-too-long' as const, text: name }]),
  ];
}

const addressesIn = (line: string): Set<string> =>
  new Set(
    line
      .toLowerCase()
      .split(/[\s<>()",;]+/)
      .map(plainAddress)
      .filter(isEmail),
  );

/** `isTooLong`: there are more words on the line than have a meaning. */
type Parts = { email: string; userName: string | undefined; name: string | undefined; isTooLong: boolean };

/** `undefined` for a line on which there is nothing. */
function partsOf(line: string): Parts | undefined {
  const asMail = /^(?<before>[^<>]*)<(?<email>[^<>]*@[^<>]*)>[,;\s]*$/.exec(line.trim())?.groups;
  if (asMail) {
    const { before = '', email = '' } = asMail;
    return { ...readBefore(before.replace(/[,;\s]+$/, '')), email: plainAddress(email), isTooLong: false };
  }
  // Where a list is pasted, a comma also ends its lines.
  const words = line.split(/[,;]?\s+|(?<=@\S*)[,;]$/).filter(Boolean);
  const email = words.at(-1);
  if (email === undefined) return undefined;
  return {
    email: plainAddress(email),
    userName: words.length > 1 ? words[0] : undefined,
    name: undefined,
    isTooLong: words.length > 2,
  };
}

/** What stands before an address in angle brackets: a name, perhaps with a user name before it. */
function readBefore(before: string): Pick<Parts, 'userName' | 'name'> {
  const [word = '', ...others] = before.split(/\s+/);
  const first = word.replace(/[,;]$/, '');
  const hasUserName = looksLikeUserName(first) || (others.length > 1 && isSmall(first) && !/[",]/.test(before));
  const name = inOrder(oneLine((hasUserName ? others : [word, ...others]).join(' ').replaceAll('"', ' ')));
  return { userName: hasUserName ? first : undefined, name: name || undefined };
}

/** `sam.lee` and `sam2` are in no name; `Dr.` and `J.R.` are. */
const looksLikeUserName = (word: string): boolean =>
  /[@.=+_\d]/.test(word) && !word.startsWith('"') && !/^(?:\p{L}+\.)+$/u.test(word);

/** Before two more words it is a user name: `sam Sam Lee`, and not `Sam Lee`; but in `de la Cruz, Maria` it is a part of the name. */
const isSmall = (word: string): boolean => /^[a-z][a-z-]*$/.test(word);

/** Address books write `Lee, Sam`. */
const inOrder = (name: string): string => name.replace(/^([^,]+), *([^,]+)$/, '$2 $1');
