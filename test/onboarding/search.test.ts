import { expect, test } from 'vitest';
import type { AccountList } from '../../src/onboarding/account-list.ts';
import { listOf } from './account-lists.ts';
import { dev } from './examples.ts';

const accounts = listOf([
  { ...dev, email: '', id: '100000000001', name: 'my-payments', unitPath: 'Products' },
  { ...dev, id: '100000000002', name: 'payments', unitPath: 'Products' },
  { ...dev, id: '100000000003', name: 'payments-dev', unitPath: 'Products' },
  { ...dev, id: '200000000004', name: 'lake', email: 'lake@data.example', unitPath: 'Platform / Payments' },
  { ...dev, id: '300000000005', name: 'repayments', unitPath: '' },
]);
const names = (text: string, limit = 100) => accounts.search(text, limit, 'developer').found.map(({ name }) => name);

test('the best match comes first: the name, its beginning, a part of it, anything else', () => {
  expect(names('payments')).toEqual(['payments', 'payments-dev', 'my-payments', 'lake', 'repayments']);
});

test.each([
  ['an id', '200000000004', ['lake']],
  ['the beginning of an id', '2000', ['lake']],
  ['an e-mail address', 'data.example', ['lake']],
  ['an OU path', 'platform', ['lake']],
  ['several words', 'PAY products my', ['my-payments']],
  ['the middle of an id', '0000000003', ['payments-dev']],
  ['nothing that exists', 'xyzzy', []],
  ['an id as the console of AWS shows it', '2000-0000-0004', ['lake']],
  ['an id in parts', '2000 0000 0004', ['lake']],
  ['an id in full-width digits', '２００００００００００４', ['lake']],
  ['what a menu calls it', 'payments-dev (100000000003)', ['payments-dev']],
  ['what a message calls it', '`payments-dev` (100000000003)', ['payments-dev']],
  ['what a menu calls it where the name was cut', 'payments-de… (100000000003)', ['payments-dev']],
  ['a name that it had, and its id', 'sandbox (100000000003)', ['payments-dev']],
  ['several ids', '200000000004, 1000-0000-0003', ['lake', 'payments-dev']],
  ['its ARN', 'arn:aws:organizations::100000000000:account/o-abcd/200000000004', ['lake']],
  ['a name in quotes', '"payments-dev"', ['payments-dev']],
  ['an id that is being typed as the console of AWS shows it', '2000-00', ['lake']],
  ['the first of its three parts', '2000-', ['lake']],
  ['what is in the middle of ids', '0000-00', []],
  ['digits before an id', '1200000000004', []],
  ['digits behind an id', '2000000000041', []],
  ['a name in quotes and brackets', '(“payments-dev”), ', ['payments-dev']],
  ['a quote within a word', 'pay"ments', []],
  ['the same words with commas', 'my ,; payments', ['my-payments']],
  ['an id with something unseen in it', '2000\u200b00000004', ['lake']],
])('%s finds its account', (_what, text, expected) => {
  expect(names(text)).toEqual(expected);
});

test('what is over the limit is counted', () => {
  expect(accounts.search('', 2, 'developer')).toMatchObject({ found: [{}, {}], more: 3 });
  expect(accounts.search('', 4, 'developer').more).toBe(1);
  expect(accounts.search('', 5, 'developer').more).toBe(0);
  expect(accounts.search('', 6, 'developer').more).toBe(0);
  expect(accounts.search('payments', 2, 'developer')).toMatchObject({
    found: [{ name: 'payments' }, { name: 'payments-dev' }],
    more: 3,
  });
  expect(names('payments', 2)).toHaveLength(2);
});

const called = (...all: string[]) =>
  listOf(all.map((name, i) => ({ ...dev, email: '', name, id: `${300_000_000_000 + i}` })));
const found = (among: AccountList, text: string) =>
  among.search(text, 9, 'developer').found.map(({ name, id }) => `${name} ${id.slice(-1)}`);

test('what matches alike is in the order of names, and of one name in the order in which it came', () => {
  expect(found(called('lake', 'dev', 'shop', 'dev', 'ads'), '')).toEqual([
    'ads 4',
    'dev 1',
    'dev 3',
    'lake 0',
    'shop 2',
  ]);
});

test('a name goes before one that begins like it, however that is sorted', () => {
  expect(found(called('dev', 'Dev-old'), 'dev')).toEqual(['dev 0', 'Dev-old 1']);
});

test.each([
  ['a', false],
  ['z', false],
  ['0', false],
  ['9', false],
  ['-', true],
  ['/', true],
  [':', true],
  ['`', true],
  ['{', true],
])('behind %s a part of a name begins: %s', (before, isPart) => {
  const names = [`my${before}dev 0`, 'your-dev 1'];
  expect(found(called(`my${before}dev`, 'your-dev'), 'dev')).toEqual(isPart ? names : names.toReversed());
});

test('a part of a name goes before a unit of that name', () => {
  const alike = listOf([
    { ...dev, id: '100000000001', email: '', name: 'ads', unitPath: 'Dev' },
    { ...dev, id: '100000000002', email: '', name: 'my-dev', unitPath: '' },
  ]);
  expect(alike.search('dev', 9, 'developer').found.map(({ name }) => name)).toEqual(['my-dev', 'ads']);
});

test('the beginning of an id goes before the middle of another', () => {
  const alike = listOf([
    { ...dev, id: '100000002000', name: 'ads' },
    { ...dev, id: '200000000004', name: 'lake' },
  ]);
  expect(alike.search('2000', 9, 'developer').found.map(({ name }) => name)).toEqual(['lake', 'ads']);
});

test('spaces around and between words are no words', () => {
  expect(found(called('a-dev', 'dev', 'a-prod'), '  dev ')).toEqual(['dev 1', 'a-dev 0']);
});

test('a word is within the name or the id, and not across them', () => {
  expect(found(called('dev'), 'dev3000')).toEqual([]);
});

test('an account goes before one in whose address its id is', () => {
  const alike = listOf([
    { ...dev, id: '100000000001', name: 'bills', email: 'aws+200000000004@example.com' },
    { ...dev, id: '200000000004', name: 'lake' },
  ]);
  expect(alike.search('2000-0000-0004', 9, 'developer').found.map(({ name }) => name)).toEqual(['lake', 'bills']);
});

test('a name in which it stands goes before an id that is read of it', () => {
  const alike = listOf([
    { ...dev, id: '200000000004', name: 'ads' },
    { ...dev, id: '100000000001', name: 'old-2000-00' },
  ]);
  expect(alike.search('2000-00', 9, 'developer').found.map(({ name }) => name)).toEqual(['old-2000-00', 'ads']);
});

test('an id goes before a name that begins like it', () => {
  const alike = listOf([
    { ...dev, id: '100000000001', name: '200000000004-old' },
    { ...dev, id: '200000000004', name: 'lake' },
  ]);
  expect(alike.search('200000000004', 9, 'developer').found.map(({ name }) => name)).toEqual([
    'lake',
    '200000000004-old',
  ]);
});
