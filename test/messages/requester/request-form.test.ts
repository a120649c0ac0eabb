import { expect, test } from 'vitest';
import { formErrors, requestForm } from '../../../src/messages/requester/request-form.ts';
import { en, type Words } from '../../../src/messages/words/en.ts';
import { ja } from '../../../src/messages/words/ja.ts';
import type { FormProblem } from '../../../src/onboarding/form-problem.ts';
import type { Profile } from '../../../src/onboarding/profile.ts';
import { developer } from '../../onboarding/examples.ts';

const atPortal = (id: string, grants: object): Profile => ({
  ...developer,
  id,
  method: 'identity-center',
  grants: { ...grants },
});
const sets = atPortal('cloud', {
  permissionSets: ['arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-2222bbbb2222bbbb'],
});
const groups = atPortal('engineering', { groups: ['Engineering'] });
const all = [developer, sets, groups];

const fieldsOf = (profiles: Profile[], chosen?: Profile) =>
  requestForm(profiles, en, chosen).blocks.map(({ block_id }) => block_id);
const everyField = ['profile', 'accounts', 'who', 'people', 'others', 'reason'];
const withoutAccounts = everyField.filter((field) => field !== 'accounts');

test.each<[string, Profile[], Profile | undefined, string, string[]]>([
  ['nothing is chosen yet', all, undefined, '', everyField],
  ['users in accounts are chosen', all, developer, 'developer', everyField],
  ['permission sets are chosen', all, sets, 'cloud', everyField],
  ['groups alone are chosen', all, groups, 'engineering', withoutAccounts],
  ['there is nothing else to choose', [sets], undefined, 'cloud', everyField],
  ['there are only groups to choose', [groups], undefined, 'engineering', withoutAccounts],
])('while %s, the form asks for what that takes', (_what, profiles, chosen, followed, fields) => {
  expect(fieldsOf(profiles, chosen)).toEqual(fields);
  expect(requestForm(profiles, en, chosen).private_metadata).toBe(followed);
});

/** What the field of profiles holds from the start. */
const initialOf = (profiles: Profile[], chosen?: Profile) =>
  JSON.stringify(requestForm(profiles, en, chosen).blocks[0]).includes('initial_option');

test.each([
  ['English', en, /at least one person in one of the next two fields/],
  ['Japanese', ja, /どちらか一方の欄に 1 名以上（必須）/],
])(
  'in %s the form says once, before the two fields that Slack calls optional, that one of them is needed',
  (_language, words, says) => {
    const { blocks } = requestForm(all, words);
    expect(JSON.stringify(blocks[blocks.findIndex(({ block_id }) => block_id === 'people') - 1])).toMatch(says);
    expect(blocks.filter((block) => /一名|1 名以上|at least one/i.test(JSON.stringify(block)))).toHaveLength(1);
  },
);

test('a choice is told at once, and is never made over again by the form', () => {
  expect(requestForm(all, en).blocks[0]).toMatchObject({ block_id: 'profile', dispatch_action: true });
  // An update that named one would put it in place of a later choice.
  expect(initialOf(all, sets)).toBe(false);
  expect(initialOf([sets])).toBe(true);
});

const shown = everyField.map((block_id) => ({ block_id }));
const pairs: FormProblem = { field: 'accounts', kind: 'too-many-pairs', people: 28, across: 3, inAll: 252 };
test.each<[FormProblem, Words, string]>([
  [
    pairs,
    en,
    '28 people in 3 accounts are too many: that makes 252 in all, and a request takes up to 250. Split it into several.',
  ],
  [
    pairs,
    ja,
    '対象者 28 名 × アカウント 3 件では、付与が全部で 252 件になります。1 件の申請は 250 件までですので、分けて申請してください。',
  ],
  [
    { field: 'others', kind: 'not-a-user-name', text: 'a b', rule: 'letters-and-digits' },
    en,
    '“a b” cannot be a user name: use up to 64 letters, digits and + = , . @ _ -',
  ],
  [
    { field: 'others', kind: 'not-a-user-name', text: 'Administrator', rule: 'no-spaces' },
    en,
    '“Administrator” cannot be a user name: use up to 128 characters without spaces, and not “Administrator”.',
  ],
  [
    { field: 'others', kind: 'not-a-user-name', text: 'Administrator', rule: 'no-spaces' },
    ja,
    '「Administrator」はユーザー名に使えません。空白を含まない 128 文字以内で入力してください（Administrator は使えません）。',
  ],
  [
    { field: 'others', kind: 'name-too-long', text: 'x'.repeat(129) },
    en,
    `“${'x'.repeat(79)}…” is too long for a name: use up to 128 characters.`,
  ],
  [
    { field: 'others', kind: 'too-many-words', text: 'Sam Lee sam@partner.example' },
    en,
    '“Sam Lee sam@partner.example” has too many parts: write a user name and an e-mail address, or Sam Lee <sam@partner.example>.',
  ],
])('%# a mistake is told beside its field', (problem, words, said) => {
  expect(formErrors([problem], words, shown)).toEqual({ [problem.field]: said });
});

test('what is wrong in a field that the form does not show is told where it can be seen', () => {
  const problems: FormProblem[] = [
    { field: 'accounts', kind: 'missing' },
    { field: 'reason', kind: 'missing' },
  ];
  const fewer = shown.filter(({ block_id }) => block_id !== 'accounts');
  expect(formErrors(problems, en, fewer)).toEqual({ profile: en.form.stillFollowing });
  expect(Object.keys(formErrors(problems, en, shown))).toEqual(['accounts', 'reason']);
});
