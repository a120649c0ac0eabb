import type { Language } from '../language.ts';
import { en, type ShellWords } from './words/en.ts';
import { ja } from './words/ja.ts';

export type { ShellWords };

export const shellWords: Record<Language, ShellWords> = { en, ja };
