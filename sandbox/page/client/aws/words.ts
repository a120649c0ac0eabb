import type { Language } from '../language.ts';
import { type AwsWords, en } from './words/en.ts';
import { ja } from './words/ja.ts';

export type { AwsWords };

export const awsWords: Record<Language, AwsWords> = { en, ja };

/** A word for a name out of a definition or a policy, where there is one. */
export function wordFor(name: string, words: Record<string, string>): string | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}
