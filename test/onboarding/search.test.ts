import { expect, test } from 'vitest';
import { searchAccounts, searchable } from '../../src/onboarding/search.ts';
import { dev } from './examples.ts';

const accounts = searchable([
  { ...dev, email: '', id: '100000000001', name: 'my-payments', unitPath: 'Products' },
  { ...dev, id: '100000000002', name: 'payments', unitPath: 'Products' },
  { ...dev, id: '100000000003', name: 'payments-dev', unitPath: 'Products' },
  { ...dev, id: '200000000004', name: 'lake', email: 'lake@data.example', unitPath: 'Platform / Payments' },
  { ...dev, id: '300000000005', name: 'repayments', unitPath: '' },
]);
const names = (text: string, limit = 100) => searchAccounts(accounts, text, limit).found.map(({ name }) => name);

test('the best match comes first: the name, its beginning, a part of it, anything else', () => {
  expect(names('payments')).toEqual(['payments', 'payments-dev', 'my-payments', 'lake', 'repayments']);
});

test.each([
  ['an id', '200000000004', ['lake']],
  ['the beginning of an id', '2000', ['lake']],
  ['an e-mail address', 'data.example', ['lake']],
  ['an OU path', 'platform', ['lake']],
  ['several words', 'PAY products my', ['my-payments']],
  ['nothing that exists', 'xyzzy', []],
])('%s finds its account', (_what, text, expected) => {
  expect(names(text)).toEqual(expected);
});

test('what is over the limit is counted', () => {
  expect(searchAccounts(accounts, '', 2)).toMatchObject({ found: [{}, {}], more: 3 });
});
