/** What becomes of a message: it is not needed any more, or is to be received again so many milliseconds later. */
export type Fate = 'done' | { againIn: number };

/** Received again and again until SQS, which alone can, puts it among the dead letters. */
export const TO_DEAD_LETTERS: Fate = { againIn: 0 };
