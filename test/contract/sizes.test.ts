import { expect, test } from 'vitest';
import { BATCH_SIZES, MAX_ACCOUNTS } from '../../src/contract/sizes.ts';

test('a batch has at most 25 people and 50 pairs, and for any number of accounts at least one person', () => {
  expect(BATCH_SIZES).toHaveLength(MAX_ACCOUNTS + 1);
  for (const [accounts, people] of BATCH_SIZES.entries()) {
    expect(people).toBeGreaterThan(0);
    expect(people).toBeLessThanOrEqual(25);
    expect(people * accounts).toBeLessThanOrEqual(50);
    // One more would be too many.
    expect(people === 25 || (people + 1) * accounts > 50).toBe(true);
  }
});
