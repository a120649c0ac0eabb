import { en, type Words } from './words/en.ts';

export type { Words };

const LANGUAGES: Record<string, Words> = { en };

/** The words for a Slack locale such as `ja-JP`; English where there are none of its language yet. */
export function wordsFor(locale: string): Words {
  return LANGUAGES[locale.slice(0, 2).toLowerCase()] ?? en;
}
