import { visible } from './characters.ts';

export type Names = { givenName: string; familyName: string };

/** Written in the scripts of East Asia, a name begins with the family's. */
const FAMILY_FIRST = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** One line of a name, without what cannot be seen; a zero-width space parts words. */
export const oneLine = (name: string): string =>
  visible(name.replaceAll('\u200b', ' '))
    .replace(/[\p{C}\s\u2800]+/gu, ' ')
    .trim();

/**
 * A person's given and family name, as far as one line tells: the last word is the family's, or the first one. Somebody of one name
 * has it twice, as Identity Center asks for both. The approver is shown them.
 */
export function namesOf(fullName: string): Names {
  const name = oneLine(fullName);
  const words = name.split(' ');
  const [first = ''] = words;
  const last = words.at(-1) ?? first;
  if (words.length === 1) return { givenName: first, familyName: first };
  return FAMILY_FIRST.test(name)
    ? { givenName: words.slice(1).join(' '), familyName: first }
    : { givenName: words.slice(0, -1).join(' '), familyName: last };
}

/** What can be said of somebody of whom only the address is known: `sam.lee@` is taken for Sam Lee. */
export function nameFromEmail(email: string): string {
  const words = email.slice(0, email.lastIndexOf('@')).split(/[._+-]+/);
  return (
    words
      .filter(Boolean)
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(' ') || email
  );
}
