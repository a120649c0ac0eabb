import type { TypedPerson } from '../contract/people.ts';
import { isEmail } from './email.ts';

/** One mistake in the field `others`, with the text that it is about. */
export type LineProblem = {
  kind: 'not-an-email' | 'not-a-user-name' | 'too-many-words' | 'two-addresses' | 'email-twice' | 'user-name-twice';
  text: string;
};

/**
 * Reads the people who were typed in, one per line: `user-name e-mail`, or just an e-mail. Every mistake is reported.
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
    const words = line
      .trim()
      .split(/[,;]?\s+/)
      .filter(Boolean);
    const email = words.at(-1);
    if (email === undefined) continue;
    const [userName] = words.length > 1 ? words : [];

    // One of them would become the other's user name, and the password would go to the wrong one.
    if (words.some((word) => isEmail(word) && word.toLowerCase() !== email.toLowerCase()))
      problems.push({ kind: 'two-addresses', text: line.trim() });
    else if (words.length > 2) problems.push({ kind: 'too-many-words', text: line.trim() });
    else if (!isEmail(email)) problems.push({ kind: 'not-an-email', text: email });
    else if (userName !== undefined && !isUserName(userName))
      problems.push({ kind: 'not-a-user-name', text: userName });
    else {
      once(email, 'email-twice');
      if (userName !== undefined && userName.toLowerCase() !== email.toLowerCase()) once(userName, 'user-name-twice');
      typed.push({ email, ...(userName !== undefined && { userName }) });
    }
  }
  return { typed, problems };
}
