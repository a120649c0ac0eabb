import { en, type Words } from './en.ts';
import { ja } from './ja.ts';

export type { Words };

const LANGUAGES: Record<string, Words> = { en, ja };

/** The words for a Slack locale such as `ja-JP`; English where there are none of its language. */
export function wordsFor(locale: string): Words {
  return LANGUAGES[locale.slice(0, 2).toLowerCase()] ?? en;
}
