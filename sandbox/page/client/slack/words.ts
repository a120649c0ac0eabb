import type { Language } from '../language.ts';
import { en, type SlackWords } from './words/en.ts';
import { ja } from './words/ja.ts';

export type { SlackWords };

export const slackWords: Record<Language, SlackWords> = { en, ja };
