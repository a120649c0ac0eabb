/** Keeps a text that may run from right to left from turning the sentence around it. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;
