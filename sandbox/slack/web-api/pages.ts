import { Refusal } from '../refusal.ts';

/** Cursors are opaque to callers; here they are the place to go on from. */
export function pageOf<Item>(all: Item[], limit: number, cursor: string): { page: Item[]; next_cursor: string } {
  const start = Number(cursor || 0);
  if (!Number.isInteger(start)) throw new Refusal('invalid_cursor');
  const end = start + limit;
  return { page: all.slice(start, end), next_cursor: end < all.length ? String(end) : '' };
}
