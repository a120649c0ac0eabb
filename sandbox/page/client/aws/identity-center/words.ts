import type { Language } from '../../language.ts';
import { type CenterWords, en } from './words/en.ts';
import { ja } from './words/ja.ts';

export const centerWords: Record<Language, CenterWords> = { en, ja };
