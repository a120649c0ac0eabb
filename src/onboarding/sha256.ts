import { createHash } from 'node:crypto';

/** In hexadecimal, as `States.Hash` makes it. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
