import { expect, test } from 'vitest';
import { type Form, type FormFacts, readForm, readReason } from '../../src/onboarding/form.ts';
import type { Account } from '../../src/onboarding/profile.ts';
import { aiko, dev, developer } from './examples.ts';

const form: Form = { profile: 'developer', account: dev.id, people: ['U0YUKI'], others: '', reason: 'joins' };
const accountsOf = (...list: Account[]) => ({
  find: (id: string) => list.find((account) => account.id === id),
  isLoaded: true,
});
const facts: FormFacts = {
  viewId: 'V1',
  now: new Date('2026-11-22T04:06:00Z'),
  requester: aiko,
  profiles: [developer],
  accounts: accountsOf(dev),
  approvals: { channel: 'C0APPROVE', expireAfterSeconds: 259_200 },
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
        groups: ['Developers'],
        policyArns: ['arn:aws:iam::aws:policy/IAMUserChangePassword'],
      },
      account: { id: '111122223333', name: 'dev', isManagement: false },
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
const bad: [what: string, form: Partial<Form>, facts: Partial<FormFacts>, field: string, kind: string][] = [
  ['no profile', { profile: undefined }, {}, 'profile', 'missing'],
  ['a profile that is gone', { profile: 'admin' }, {}, 'profile', 'profile-gone'],
  ['somebody who may ask for nothing', {}, { profiles: [] }, 'profile', 'may-not-request'],
  ['no account', { account: undefined }, {}, 'account', 'missing'],
  ['an account that vanished', { account: '999999999999' }, {}, 'account', 'account-gone'],
  ['a suspended account', {}, { accounts: accountsOf({ ...dev, isActive: false }) }, 'account', 'account-gone'],
  ['accounts that are loading', {}, { accounts: { ...accountsOf(), isLoaded: false } }, 'account', 'accounts-loading'],
  ['the menu entry that says that they are loading', { account: 'loading' }, {}, 'account', 'accounts-loading'],
  ['the management account', {}, { accounts: accountsOf({ ...dev, isManagement: true }) }, 'account', 'not-offered'],
  ['nobody', { people: [] }, {}, 'people', 'nobody'],
  ['51 people picked', { people: many(51) }, {}, 'people', 'too-many-people'],
  ['50 picked and one typed', { people: many(50), others: 'sam@partner.example' }, {}, 'others', 'too-many-people'],
  ['a typing mistake', { others: 'ada@elsewhere' }, {}, 'others', 'not-an-email'],
  ['no reason', { reason: '  \n' }, {}, 'reason', 'missing'],
  ['a reason of 17 lines', { reason: `${'a\n'.repeat(16)}b` }, {}, 'reason', 'too-many-lines'],
  ['a reason of 5,000 characters', { reason: 'x'.repeat(5_000) }, {}, 'reason', 'too-long'],
];
test.each(bad)('%s is refused beside its field', (_what, mistake, known, field, kind) => {
  expect(readForm({ ...form, ...mistake }, { ...facts, ...known })).toMatchObject({ problems: [{ field, kind }] });
});

test('fifty people are taken', () => {
  expect(readForm({ ...form, people: many(50) }, facts)).toHaveProperty('request');
});

test.each([
  ['in a unit above the account', { ous: ['ou-root-products'], except: [] }, true],
  ['in another unit', { ous: ['ou-root-closed00'], except: [] }, false],
  ['everywhere except here', { ous: undefined, except: [dev.id] }, false],
])('a profile offered %s: %s → %s', (_where, accounts, isOffered) => {
  const read = readForm(form, { ...facts, profiles: [{ ...developer, accounts }] });
  expect('request' in read).toBe(isOffered);
});

test.each([
  ['a unit that it is in', 'ou-root-products', true],
  ['the root, which holds everything', 'r-root', false],
])('the management account, with a policy that names %s: %s → %s', (_what, ou, isOffered) => {
  const account = { ...dev, isManagement: true };
  const profile = { ...developer, accounts: { ous: [ou], except: [] } };
  const read = readForm(form, { ...facts, profiles: [profile], accounts: accountsOf(account) });
  expect('request' in read && read.request.account.isManagement).toBe(isOffered);
});

test('what is no Slack id is not taken for a person', () => {
  const read = readForm({ ...form, people: ['U0YUKI', '<!channel>', 'U0X> *hello* <@U0Y'] }, facts);
  expect(read).toMatchObject({ request: { people: { slackUserIds: ['U0YUKI'] } } });
});

test.each([
  ['blank lines in a row', 'a\n\n\n \n\nb', 'a\n\nb'],
  ['nothing but what cannot be seen', '\u200b \n\u2060', ''],
  ['what stands around it', '  a \n', 'a'],
])('of a reason, %s is taken away', (_what, text, expected) => {
  expect(readReason(text)).toBe(expected);
});

test('all mistakes are told at once', () => {
  const read = readForm({ profile: undefined, account: undefined, people: [], others: '', reason: '' }, facts);
  expect('problems' in read && read.problems.map(({ field }) => field)).toEqual([
    'profile',
    'account',
    'people',
    'reason',
  ]);
});
