import { keepOverReload } from '../../over-reload.ts';
import { presentTime } from '../../present-time.ts';
import { stepAt } from './one-time-code.ts';

/** The pretend telephone of this tab: one key for each user, and the last code of it that was used. */
type Entry = { seed: string; usedUpTo: number };

const entries: Record<string, Entry> = keepOverReload('authenticator', () => entries) ?? {};

/** Names of users have no case. */
export const keyOf = (accountId: string, userName: string): string => `${accountId}/${userName.toLowerCase()}`;

export const entryOf = (key: string): Entry | undefined => entries[key];

/** Keeps the key of a device that was enabled; a later device takes the place of an earlier one. */
export function remember(key: string, seed: string): void {
  entries[key] = { seed, usedUpTo: 0 };
}

/** The present code was taken, and none is taken twice. */
export function noteUse(key: string): void {
  const entry = entries[key];
  if (entry) entry.usedUpTo = stepAt(presentTime());
}
