import { expect, test } from 'vitest';
import { gatherAccounts } from '../../src/onboarding/account-list.ts';
import { listOf } from './account-lists.ts';
import { dev } from './examples.ts';

const anywhere = { only: undefined, ous: undefined, except: [] };
const account = (n: number, more = {}) => ({ ...dev, id: String(100_000_000_000 + n), name: `account-${n}`, ...more });
const [first, second, third] = [1, 2, 3].map((n) => account(n, { unitIds: ['r-root', `ou-${n}`] }));
const three = [first, second, third].flatMap((one) => one ?? []);

const namesOf = ({ found }: { found: { name: string }[] }) => found.map(({ name }) => name);

test('a profile offers its own accounts; without one, any that a profile offers', () => {
  const list = listOf(three, [
    { id: 'one', accounts: { ...anywhere, ous: ['ou-1'] } },
    { id: 'two', accounts: { ...anywhere, ous: ['ou-2'] } },
  ]);
  expect(namesOf(list.search('', 9, 'one'))).toEqual(['account-1']);
  expect(namesOf(list.search('', 9, 'two'))).toEqual(['account-2']);
  expect(namesOf(list.search('', 9, ''))).toEqual(['account-1', 'account-2']);
  expect(namesOf(list.search('', 9, 'gone'))).toEqual(['account-1', 'account-2']);
  expect(list.search('account', 1, '')).toMatchObject({ found: [{ id: first?.id }], more: 1 });
});

test('what nobody offers is found by its id', () => {
  const list = listOf(three, []);
  expect(list.search('', 9, '')).toEqual({ found: [], more: 0 });
  expect(list.find(third?.id ?? '')).toEqual(third);
  expect(list.find('999999999999')).toBeUndefined();
  expect(list.size).toBe(3);
});

test('an account that comes twice, because it moved while the organization was read, is there once', () => {
  const list = listOf([...three, account(1, { name: 'another name' })]);
  expect(namesOf(list.search('', 9, 'developer'))).toEqual(['account-1', 'account-2', 'account-3']);
  expect(list.size).toBe(3);
});

test('the order is that of names, however the accounts come', () => {
  const names = ['m', 'z', 'a', 'q', 'b', 'y', 'n'];
  const list = listOf(names.map((name, n) => account(n, { name })));
  expect(namesOf(list.search('', 9, 'developer'))).toEqual(names.toSorted());
});

test('a long list is made in steps, and each account is in it', () => {
  const { add, list } = gatherAccounts([{ id: 'any', accounts: anywhere }]);
  for (let n = 0; n < 1_001; n++) add(account(n));
  const steps = list();
  let count = 0;
  for (;;) {
    const step = steps.next();
    if (step.done) {
      expect(step.value.search('', 1, 'any').more).toBe(1_000);
      break;
    }
    count++;
  }
  expect(count).toBe(21);
});

test('of ten thousand accounts of one name, the first hundred are found, and how many more there are', () => {
  const list = listOf(Array.from({ length: 10_000 }, (_, n) => account(n, { name: 'sandbox' })));
  const { found, more } = list.search('sandbox', 100, 'developer');
  expect(found.map(({ id }) => id)).toEqual(Array.from({ length: 100 }, (_, n) => account(n).id));
  expect(more).toBe(9_900);
});

const one = listOf(three);
test.each([
  ['a thousand characters that are nowhere', 'x'.repeat(1_000), []],
  ['a thousand characters, of which the first name an account', `account-2 ${'x'.repeat(990)}`, []],
  ['what comes after a thousand characters', `${' '.repeat(1_000)}nowhere`, ['account-1', 'account-2', 'account-3']],
  ['five hundred times the same letter', 'a '.repeat(500), ['account-1', 'account-2', 'account-3']],
  [
    'a word after the tenth',
    'a c co cou coun count account ac acc acco nowhere',
    ['account-1', 'account-2', 'account-3'],
  ],
  ['scripts that no account is called in', '本番 рабочий الإنتاج', []],
  [
    'more ids than a request takes',
    [...Array(70).keys()].map((n) => 100_000_000_000 + n).join(' '),
    ['account-1', 'account-2', 'account-3'],
  ],
])('%s: looked for all the same', (_what, text, expected) => {
  expect(namesOf(one.search(text, 9, 'developer'))).toEqual(expected);
});
