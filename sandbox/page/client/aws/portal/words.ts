import type { Language } from '../../language.ts';
import { en, type PortalWords } from './words/en.ts';
import { ja } from './words/ja.ts';

export type { PortalWords };

export const portalWords: Record<Language, PortalWords> = { en, ja };
