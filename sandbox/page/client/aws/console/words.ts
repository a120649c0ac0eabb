import type { Language } from '../../language.ts';
import { type ConsoleWords, en } from './words/en.ts';
import { ja } from './words/ja.ts';

export const consoleWords: Record<Language, ConsoleWords> = { en, ja };
