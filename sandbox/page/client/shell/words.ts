import type { Language } from '../language.ts';
import { en } from './words/en.ts';
import { ja } from './words/ja.ts';

export type ShellWords = typeof en;

export const shellWords: Record<Language, ShellWords> = { en, ja };
