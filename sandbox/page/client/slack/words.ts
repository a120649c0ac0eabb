import type { Language } from '../language.ts';
import { en } from './words/en.ts';
import { ja } from './words/ja.ts';

export type SlackWords = typeof en;

export const slackWords: Record<Language, SlackWords> = { en, ja };
