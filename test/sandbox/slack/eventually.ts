import { vi } from 'vitest';

/** What is expected is looked for again until it is so, however slow the machine. */
export const eventually = <Found>(look: () => Found | Promise<Found>): Promise<Found> =>
  vi.waitFor(look, { timeout: 60_000, interval: 10 });
