import type { Language } from '../language.ts';
import { en } from './state-words/en.ts';
import { ja } from './state-words/ja.ts';

/** What the states of the shipped definitions do, in words. A state without any is called by its name alone. */
export const stateWords: Record<Language, Record<string, string>> = { en, ja };
