import { expect, test } from 'vitest';
import { type Form, type FormFacts, readForm } from '../../src/onboarding/form.ts';
import { aiko, dev, developer } from './examples.ts';

// What is told of a form, and nothing besides.

const form: Form = { profile: 'developer', accounts: [dev.id], people: ['U0YUKI'], others: '', reason: 'joins' };
const facts: FormFacts = {
  viewId: 'V1',
  now: new Date('2026-11-22T04:06:00Z'),
  requester: aiko,
  profiles: [developer],
  accounts: { find: (id) => (id === dev.id ? dev : undefined), isLoaded: true },
  approvals: { channel: 'C0APPROVE', expireAfterSeconds: 259_200 },
  rulesFor: () => ({
    isUserName: () => true,
    userNameRule: 'letters-and-digits',
    takesAccounts: true,
    // So many that one account of one person is over the limit.
    targetsIn: (accounts) => accounts * 300,
  }),
};
const closed = { ...dev, isActive: false };

test.each<[what: string, changed: Partial<Form>, known: Partial<FormFacts>, problem: object]>([
  ['no account', { accounts: [] }, {}, { field: 'accounts', kind: 'missing' }],
  [
    'the menu entry that says that there is none',
    { accounts: ['nothing'] },
    {},
    { field: 'accounts', kind: 'no-accounts' },
  ],
  [
    'accounts that are loading',
    {},
    { accounts: { find: () => undefined, isLoaded: false } },
    { field: 'accounts', kind: 'accounts-loading' },
  ],
  [
    'an account that is gone',
    {},
    { accounts: { find: () => closed, isLoaded: true } },
    { field: 'accounts', kind: 'accounts-gone', accounts: ['dev'] },
  ],
])('with %s it is not told in how many places something would be given', (_what, changed, known, problem) => {
  expect(readForm({ ...form, ...changed }, { ...facts, ...known })).toEqual({ problems: [problem] });
});

const few: FormFacts = {
  ...facts,
  rulesFor: () => ({ ...facts.rulesFor(undefined), targetsIn: (accounts) => accounts }),
};

test('where the one line has a mistake, it is told, and not that nobody was named', () => {
  expect(readForm({ ...form, people: [], others: 'ada@elsewhere' }, few)).toStrictEqual({
    problems: [{ field: 'others', kind: 'not-an-email', text: 'ada@elsewhere' }],
  });
});

test('without a profile nothing is said of where it is offered', () => {
  expect(readForm({ ...form, profile: undefined }, few)).toEqual({ problems: [{ field: 'profile', kind: 'missing' }] });
});
