let ahead = 0;

/** Hears by how many milliseconds the clock of the sandbox is ahead of this computer's. */
export function setAhead(milliseconds: number): void {
  ahead = milliseconds;
}

/** What time it is in the sandbox. */
export const presentTime = (): number => Date.now() + ahead;
