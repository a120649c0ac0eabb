import { type Language, languageOf } from '../../contract/worded.ts';
import { en, type Words } from './en.ts';
import { ja } from './ja.ts';

export type { Words };

const BY_LANGUAGE: Record<Language, Words> = { en, ja };

/** The words for a Slack locale such as `ja-JP`; English where there are none of its language. */
export function wordsFor(locale: string): Words {
  const language = languageOf(locale);
  return Object.hasOwn(BY_LANGUAGE, language) ? BY_LANGUAGE[language as Language] : en;
}
