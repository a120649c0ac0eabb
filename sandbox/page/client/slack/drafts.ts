/** What was typed and not sent yet, by person and conversation, for as long as the page is open. */
const drafts = new Map<string, string>();

export const draftOf = (place: string): string => drafts.get(place) ?? '';

export const keepDraft = (place: string, text: string): void => void drafts.set(place, text);
