import { z } from 'zod';

/** What everything is said in, by the two letters of each. */
export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text of the policy: the same for everybody, or one for each language, by its two letters. */
export const worded = z.union([z.string(), z.record(z.string(), z.string())]);
export type Worded = z.infer<typeof worded>;

/** Of a Slack locale such as `ja-JP` its language, by its two letters: perhaps one that nothing is said in. */
export const languageOf = (locale: string): string => locale.slice(0, 2).toLowerCase();

/** What a reader of this locale is shown: their language, else English, else whatever there is. */
export function wordedFor(text: Worded, locale: string): string {
  if (typeof text === 'string') return text;
  return text[languageOf(locale)] ?? text.en ?? Object.values(text)[0] ?? '';
}
