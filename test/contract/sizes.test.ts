import { expect, test } from 'vitest';
import { BATCH_SIZES, MAX_ACCOUNTS, MAX_PERMISSION_SETS } from '../../src/contract/sizes.ts';

test('a batch has at most 25 people and 50 pairs, and for any number of targets at least one person', () => {
  // From none to every permission set in every account, and the groups.
  expect(BATCH_SIZES).toHaveLength(MAX_ACCOUNTS * MAX_PERMISSION_SETS + 2);
  for (const [targets, people] of BATCH_SIZES.entries()) {
    expect(people).toBeGreaterThan(0);
    expect(people).toBeLessThanOrEqual(25);
    expect(people * targets).toBeLessThanOrEqual(50);
    // One more would be too many.
    expect(people === 25 || (people + 1) * targets > 50).toBe(true);
  }
});
