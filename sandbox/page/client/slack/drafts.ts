import { keepOverReload } from '../over-reload.ts';

/** What was typed and not sent yet, by person and conversation, for as long as the tab is open. */
const drafts: Map<string, string> = new Map(keepOverReload('drafts', () => [...drafts]));

export const draftOf = (place: string): string => drafts.get(place) ?? '';

export const keepDraft = (place: string, text: string): void => void drafts.set(place, text);
