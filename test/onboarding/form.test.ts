import { expect, test } from 'vitest';
import { type Form, type FormFacts, type FormRules, readForm, readReason } from '../../src/onboarding/form.ts';
import type { Account } from '../../src/onboarding/profile.ts';
import { aiko, dev, developer } from './examples.ts';

const form: Form = { profile: 'developer', accounts: [dev.id], people: ['U0YUKI'], others: '', reason: 'joins' };
const accountsOf = (...list: Account[]) => ({
  find: (id: string) => list.find((account) => account.id === id),
  isLoaded: true,
});
const rules: FormRules = {
  isUserName: (name) => /^[a-z.@]+$/.test(name),
  userNameRule: 'letters-and-digits',
  takesAccounts: true,
  targetsIn: (accounts) => accounts,
};
const facts: FormFacts = {
  viewId: 'V1',
  now: new Date('2026-11-22T04:06:00Z'),
  requester: aiko,
  profiles: [developer],
  accounts: accountsOf(dev),
  approvals: { channel: 'C0APPROVE', expireAfterSeconds: 259_200 },
  rulesFor: () => rules,
};

test('a good form becomes the input of the execution', () => {
  expect(readForm({ ...form, people: ['U0YUKI', 'U0YUKI'], others: 'sam sam@partner.example' }, facts)).toEqual({
    profile: developer,
    request: {
      requestId: 'V1',
      requestedAt: '2026-11-22T04:06:00.000Z',
      requestedBy: { slackUserId: 'U0AIKO', email: 'aiko@example.com', name: 'Aiko', locale: 'en-US' },
      profile: {
        id: 'developer',
        name: 'Developer',
        description: 'Read-only console',
        method: 'iam-user',
      },
      accounts: [{ id: '111122223333', name: 'dev', isManagement: false }],
      people: { slackUserIds: ['U0YUKI'], typed: [{ email: 'sam@partner.example', userName: 'sam' }] },
      reason: 'joins',
      approval: {
        channel: 'C0APPROVE',
        expiresAt: '2026-11-25T04:06:00.000Z',
        remindAfterSeconds: 129_600,
        expireAfterReminderSeconds: 129_600,
      },
    },
  });
});

const many = (count: number) => Array.from({ length: count }, (_, i) => `U${i}`);
const numbered = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ ...dev, id: String(100_000_000_000 + i), name: `dev-${i}` }));
const bad: [what: string, form: Partial<Form>, facts: Partial<FormFacts>, field: string, kind: string][] = [
  ['no profile', { profile: undefined }, {}, 'profile', 'missing'],
  ['a profile that is gone', { profile: 'admin' }, {}, 'profile', 'profile-gone'],
  ['somebody who may ask for nothing', {}, { profiles: [] }, 'profile', 'may-not-request'],
  ['no account', { accounts: [] }, {}, 'accounts', 'missing'],
  ['an account that vanished', { accounts: ['999999999999'] }, {}, 'accounts', 'accounts-gone'],
  ['a suspended account', {}, { accounts: accountsOf({ ...dev, isActive: false }) }, 'accounts', 'accounts-gone'],
  ['accounts that are loading', {}, { accounts: { ...accountsOf(), isLoaded: false } }, 'accounts', 'accounts-loading'],
  [
    'the menu entry that says that they are loading',
    { accounts: [dev.id, 'loading'] },
    {},
    'accounts',
    'accounts-loading',
  ],
  [
    'accounts that AWS does not list',
    {},
    { accounts: { ...accountsOf(), isLoaded: false, hasFailed: true } },
    'accounts',
    'accounts-not-loaded',
  ],
  ['the menu entry that says that there is none', { accounts: ['nothing'] }, {}, 'accounts', 'no-accounts'],
  ['the management account', {}, { accounts: accountsOf({ ...dev, isManagement: true }) }, 'accounts', 'not-offered'],
  ['nobody', { people: [] }, {}, 'people', 'nobody'],
  ['51 people picked', { people: many(51) }, {}, 'people', 'too-many-people'],
  ['50 picked and one typed', { people: many(50), others: 'sam@partner.example' }, {}, 'others', 'too-many-people'],
  [
    'eleven accounts',
    { accounts: numbered(11).map(({ id }) => id) },
    { accounts: accountsOf(...numbered(11)) },
    'accounts',
    'too-many-accounts',
  ],
  [
    '26 people in ten accounts',
    { people: many(26), accounts: numbered(10).map(({ id }) => id) },
    { accounts: accountsOf(...numbered(10)) },
    'accounts',
    'too-many-pairs',
  ],
  ['a user name that its method does not take', { others: 'Sam sam@partner.example' }, {}, 'others', 'not-a-user-name'],
  ['a typing mistake', { others: 'ada@elsewhere' }, {}, 'others', 'not-an-email'],
  ['a name of 129 characters', { others: `${'x'.repeat(129)} <a@b.example>` }, {}, 'others', 'name-too-long'],
  ['no reason', { reason: '  \n' }, {}, 'reason', 'missing'],
  ['a reason of 16 lines', { reason: `${'a\n'.repeat(15)}b` }, {}, 'reason', 'too-many-lines'],
  ['a reason of 17 lines', { reason: `${'a\n'.repeat(16)}b` }, {}, 'reason', 'too-many-lines'],
  ['a reason of 501 characters', { reason: 'x'.repeat(501) }, {}, 'reason', 'too-long'],
  ['a reason of 5,000 characters', { reason: 'x'.repeat(5_000) }, {}, 'reason', 'too-long'],
  [
    'an account that is there and one that is not loaded yet',
    { accounts: [dev.id, '999999999999'] },
    { accounts: { ...accountsOf(dev), isLoaded: false } },
    'accounts',
    'accounts-loading',
  ],
];
test.each(bad)('%s is refused beside its field', (_what, mistake, known, field, kind) => {
  expect(readForm({ ...form, ...mistake }, { ...facts, ...known })).toMatchObject({ problems: [{ field, kind }] });
});

test.each([
  ['fifty people', 50, 1],
  ['fifty people in five accounts', 50, 5],
  ['25 people in ten accounts', 25, 10],
])('%s are taken', (_what, people, count) => {
  const accounts = numbered(count);
  const read = readForm(
    { ...form, people: many(people), accounts: accounts.map(({ id }) => id) },
    { ...facts, accounts: accountsOf(...accounts) },
  );
  expect(read).toMatchObject({ request: { accounts: accounts.map(({ id }) => ({ id })) } });
});

test.each([
  ['14 lines', `${'a\n'.repeat(13)}b`],
  ['15 lines', `${'a\n'.repeat(14)}b`],
  ['499 characters', 'x'.repeat(499)],
  ['500 characters', 'x'.repeat(500)],
])('a reason of %s is taken', (_what, reason) => {
  expect(readForm({ ...form, reason }, facts)).toMatchObject({ request: { reason } });
});

test.each([
  [1, 1, 1],
  [2, 1, 1],
  [3, 1, 2],
  [4, 2, 2],
])('of %i seconds to decide the approvers are reminded after %i, and have %i more', (all, first, second) => {
  const approvals = { channel: 'C0APPROVE', expireAfterSeconds: all };
  expect(readForm(form, { ...facts, approvals })).toMatchObject({
    request: { approval: { remindAfterSeconds: first, expireAfterReminderSeconds: second } },
  });
});

/** Of a method that gives several things in each account, or none in any. */
const asks = (more: Partial<FormRules>): FormFacts => ({ ...facts, rulesFor: () => ({ ...rules, ...more }) });

test.each([
  [27, 3, 3, undefined],
  [28, 3, 3, 252],
  [8, 10, 3, undefined],
  [9, 10, 3, 270],
  [50, 5, 1, undefined],
])('%i people in %i accounts with %i permission sets: too many are %s', (people, count, sets, inAll) => {
  const list = numbered(count);
  const read = readForm(
    { ...form, people: many(people), accounts: list.map(({ id }) => id) },
    { ...asks({ targetsIn: (accounts) => accounts * sets }), accounts: accountsOf(...list) },
  );
  const problem = { field: 'accounts', kind: 'too-many-pairs', people, across: count, inAll };
  if (inAll === undefined) expect(read).toMatchObject({ request: { accounts: list.map(({ id }) => ({ id })) } });
  else expect(read).toEqual({ problems: [problem] });
});

test.each([
  [249, true],
  [250, true],
  [251, false],
])('a request gives something in %i places: %s', (places, isTaken) => {
  expect('request' in readForm(form, asks({ targetsIn: () => places }))).toBe(isTaken);
});

const nowhere = asks({ takesAccounts: false, targetsIn: () => 1 });

test.each([
  ['none', []],
  ['one that was chosen before the profile', [dev.id]],
  ['one that is not offered', ['999999999999']],
  ['the menu entry that says that they are loading', ['loading']],
  ['eleven', numbered(11).map(({ id }) => id)],
])('a profile that takes no account passes over accounts: %s', (_what, accounts) => {
  expect(readForm({ ...form, accounts }, nowhere)).toMatchObject({ request: { accounts: [] } });
});

test('where no account is asked for, fifty people are as many as a request takes', () => {
  expect(readForm({ ...form, people: many(50) }, nowhere)).toMatchObject({ request: {} });
});

test('rules are those of the chosen profile; of none that is offered they are of any', () => {
  const asked: (string | undefined)[] = [];
  const rulesFor: FormFacts['rulesFor'] = (profile) => {
    asked.push(profile?.id);
    return rules;
  };
  readForm(form, { ...facts, rulesFor });
  readForm({ ...form, profile: 'admin' }, { ...facts, rulesFor });
  expect(asked).toEqual(['developer', undefined]);
});

test('a name that is no user name is told with the rule of its method', () => {
  const others = 'Sam sam@partner.example';
  expect(readForm({ ...form, others }, asks({ userNameRule: 'no-spaces' }))).toEqual({
    problems: [{ field: 'others', kind: 'not-a-user-name', text: 'Sam', rule: 'no-spaces' }],
  });
});

const takes64 = asks({ isUserName: (name) => /^[a-z.@-]{1,64}$/.test(name) });
test.each([
  ['a character that user names have not', "o'brien@partner.example", 'obrien'],
  ['65 characters', `${'x'.repeat(49)}@partner.example`, 'x'.repeat(49)],
])(
  'an address with %s, of which the profile would make a user name, is told with what to type',
  (_what, text, instead) => {
    expect(readForm({ ...form, others: text }, takes64)).toEqual({
      problems: [{ field: 'others', kind: 'makes-no-user-name', text, rule: 'letters-and-digits', instead }],
    });
    expect(readForm({ ...form, others: `${instead} ${text}` }, takes64)).toMatchObject({
      request: { people: { typed: [{ email: text, userName: instead }] } },
    });
  },
);

test.each([
  ['64 characters are a user name', '{email}', `${'x'.repeat(48)}@partner.example`],
  ['the part before the @ may be one where the whole address is none', '{local}', `${'x'.repeat(64)}@partner.example`],
] as const)('%s', (_what, userName, others) => {
  const profiles = [{ ...developer, userName }];
  expect(readForm({ ...form, others }, { ...takes64, profiles })).toMatchObject({ request: {} });
});

test('while no profile is chosen nobody knows which user names it would make', () => {
  const read = readForm({ ...form, profile: undefined, others: "o'brien@partner.example" }, takes64);
  expect(read).toEqual({ problems: [{ field: 'profile', kind: 'missing' }] });
});

test('a name that was typed stays with its address', () => {
  expect(readForm({ ...form, people: [], others: 'Sam Lee <sam@partner.example>' }, facts)).toMatchObject({
    request: { people: { typed: [{ email: 'sam@partner.example', name: 'Sam Lee' }] } },
  });
});

test('an account that was chosen twice is one', () => {
  expect(readForm({ ...form, accounts: [dev.id, dev.id] }, facts)).toMatchObject({
    request: { accounts: [{ id: dev.id }] },
  });
});

test('of several accounts each that is no good is named, in one sentence for each reason', () => {
  const [first, second, third] = numbered(3).map((account, i) => ({
    ...account,
    isActive: i !== 0,
    isManagement: i === 1,
  }));
  if (!first || !second || !third) throw new Error('There should be three.');
  const accounts = [first.id, second.id, third.id, '999999999999'];
  expect(readForm({ ...form, accounts }, { ...facts, accounts: accountsOf(first, second, third) })).toEqual({
    problems: [
      { field: 'accounts', kind: 'accounts-gone', accounts: ['dev-0', '999999999999'] },
      { field: 'accounts', kind: 'not-offered', profile: 'Developer', accounts: ['dev-1'] },
    ],
  });
});

test.each([
  ['in a unit above the account', { ous: ['ou-root-products'], except: [] }, true],
  ['below the root', { ous: ['r-root'], except: [] }, true],
  ['in another unit', { ous: ['ou-root-closed00'], except: [] }, false],
  ['in a unit above the account, except here', { ous: ['ou-root-products'], except: [dev.id] }, false],
  ['everywhere except here', { ous: undefined, except: [dev.id] }, false],
  ['only here', { only: [dev.id], ous: undefined, except: [] }, true],
  ['only elsewhere', { only: ['222222222222'], ous: undefined, except: [] }, false],
])('a profile offered %s: %s → %s', (_where, accounts, isOffered) => {
  const read = readForm(form, { ...facts, profiles: [{ ...developer, accounts: { only: undefined, ...accounts } }] });
  expect('request' in read).toBe(isOffered);
});

test.each([
  ['a unit that it is in', { only: undefined, ous: ['ou-root-products'] }, false],
  ['the root, which holds everything', { only: undefined, ous: ['r-root'] }, false],
  ['itself', { only: [dev.id], ous: undefined }, true],
])('the management account, with a policy that names %s: %s → %s', (_what, accounts, isOffered) => {
  const account = { ...dev, isManagement: true };
  const profile = { ...developer, accounts: { ...accounts, except: [] } };
  const read = readForm(form, { ...facts, profiles: [profile], accounts: accountsOf(account) });
  expect('request' in read && read.request.accounts[0]?.isManagement).toBe(isOffered);
});

test('what is no Slack id is not taken for a person', () => {
  const read = readForm({ ...form, people: ['U0YUKI', '<!channel>', 'U0X> *hello* <@U0Y'] }, facts);
  expect(read).toMatchObject({ request: { people: { slackUserIds: ['U0YUKI'] } } });
});

test.each([
  ['blank lines in a row', 'a\n\n\n \n\nb', 'a\n\nb'],
  ['the second of two blank lines', 'a\n\n\nb', 'a\n\nb'],
  ['what turns it the other way', 'a \u202etxt.exe\u202c', 'a txt.exe'],
  ['half a character', 'a \ud83c b', 'a \ufffd b'],
  ['nothing but what cannot be seen', '\u200b \n\u2060', ''],
  ['what stands around it', '  a \n', 'a'],
])('of a reason, %s is taken away', (_what, text, expected) => {
  expect(readReason(text)).toBe(expected);
});

test('all mistakes are told at once', () => {
  const read = readForm({ profile: undefined, accounts: [], people: [], others: '', reason: '' }, facts);
  expect('problems' in read && read.problems.map(({ field }) => field)).toEqual([
    'profile',
    'accounts',
    'people',
    'reason',
  ]);
});
