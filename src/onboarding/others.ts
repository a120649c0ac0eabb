import type { TypedPerson } from '../contract/people.ts';
import { isEmail } from './email.ts';
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
 * it, `Sam Lee <sam@partner.example>`, perhaps with a user name before that. Every mistake is reported.
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

  for (const line of text.split('\n')) {
    const parts = partsOf(line);
    if (!parts) continue;
    const { words, email, userName, name } = parts;
    // One of them would become the other's user name, and the password would go to the wrong one.
    if (words.some((word) => isEmail(word) && word.toLowerCase() !== email.toLowerCase()))
      problems.push({ kind: 'two-addresses', text: line.trim() });
    else if (words.length > 2 && name === undefined) problems.push({ kind: 'too-many-words', text: line.trim() });
    else if (!isEmail(email)) problems.push({ kind: 'not-an-email', text: email });
    else if (userName !== undefined && !isUserName(userName))
      problems.push({ kind: 'not-a-user-name', text: userName });
    else if (name !== undefined && name.length > MAX_NAME) problems.push({ kind: 'name-too-long', text: name });
    else {
      once(email, 'email-twice');
      if (userName !== undefined && userName.toLowerCase() !== email.toLowerCase()) once(userName, 'user-name-twice');
      typed.push({ email, ...(userName !== undefined && { userName }), ...(name !== undefined && { name }) });
    }
  }
  return { typed, problems };
}

type Parts = { words: string[]; email: string; userName: string | undefined; name: string | undefined };

/** `undefined` for a line on which there is nothing. */
function partsOf(line: string): Parts | undefined {
  const asMail = /^(?<before>[^<>]*)<(?<email>[^<>]*)>[,;\s]*$/.exec(line.trim())?.groups;
  if (asMail) {
    const { before = '', email = '' } = asMail;
    const words = before.replaceAll('"', ' ').split(/\s+/).filter(Boolean);
    const userName = beginsWithUserName(words) ? words[0] : undefined;
    const name = inOrder(oneLine((userName === undefined ? words : words.slice(1)).join(' ')));
    return { words: [...words, email.trim()], email: email.trim(), userName, name: name || undefined };
  }
  const words = line
    .trim()
    .split(/[,;]?\s+/)
    .filter(Boolean);
  const email = words.at(-1);
  if (email === undefined) return undefined;
  return { words, email, userName: words.length > 1 ? words[0] : undefined, name: undefined };
}

/** `sam.lee Sam Lee` and `sam Sam Lee` begin with a user name; `Sam Lee` and `Mary Jane Watson` do not. */
function beginsWithUserName(words: string[]): boolean {
  const [first = ''] = words;
  if (/[@.=+_\d]/.test(first.replace(/\.$/, ''))) return true;
  return words.length > 2 && /^[a-z][a-z-]*$/.test(first);
}

/** Address books write `Lee, Sam`. */
const inOrder = (name: string): string => name.replace(/^([^,]+), *([^,]+)$/, '$2 $1');
