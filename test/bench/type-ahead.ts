import type { Organization } from '../../sandbox/organization/organization.ts';
import { searchAccounts, searchable } from '../../src/onboarding/search.ts';
import { type Figure, ms, percentile } from './figures.ts';

const WORDS = [
  '',
  'p',
  'pay',
  'payments',
  'payments-dev',
  'production web tokyo',
  '1111',
  'commerce / checkout',
  'xyzzy',
];
const ROUNDS = 100;

/** What a key costs in the bot's process, over all accounts of an organization. */
export function measureTypeAhead({ accounts }: Organization): Figure[] {
  const usual = { unitPath: 'Products / Payments', unitIds: [], isActive: true, isManagement: false };
  const known = searchable(accounts.map(({ id, name, email }) => ({ id, name, email, ...usual })));
  const durations: number[] = [];
  for (let n = 0; n < ROUNDS; n++) {
    for (const word of WORDS) {
      const began = performance.now();
      searchAccounts(known, word, 100);
      durations.push(performance.now() - began);
    }
  }
  const what = `type-ahead over ${known.length.toLocaleString('en')} accounts: p99 (p50 ${ms(percentile(durations, 0.5))})`;
  return [{ what, goal: '≤ 5 ms', is: ms(percentile(durations, 0.99)) }];
}
