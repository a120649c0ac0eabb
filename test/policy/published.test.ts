import { expect, test } from 'vitest';
import { idsIn } from '../../src/onboarding/profile.ts';
import { differences, objectsOf, publishedAs } from '../../src/policy/published.ts';
import { developer } from '../onboarding/examples.ts';

const anywhere = developer.accounts;

test('approvers are published by what they are, whatever their addresses begin with', () => {
  const approvers = ['U0KEN', 'S0PLATFORM', 'W0MARIA', 'sam@example.com', 'U.Lee@example.com', 'S.Kim+x@example.com'];
  expect(publishedAs({ ...developer, approvers }).approvers).toEqual({
    ids: ['U0KEN', 'W0MARIA'],
    groups: ['S0PLATFORM'],
    emails: ['sam@example.com', 'u.lee@example.com', 's.kim@example.com'],
  });
});

test.each([
  ['everywhere', anywhere, { kind: 'all', only: [], ous: [], except: [] }],
  ['everywhere but in one', { ...anywhere, except: ['1'] }, { kind: 'all', only: [], ous: [], except: ['1'] }],
  ['in units', { ...anywhere, ous: ['ou-1', 'ou-2'] }, { kind: 'units', only: [], ous: ['ou-1', 'ou-2'], except: [] }],
  ['in some alone', { ...anywhere, only: ['1', '2'] }, { kind: 'only', only: ['1', '2'], ous: [], except: [] }],
])('a profile that is offered %s is published so', (_where, accounts, expected) => {
  expect(publishedAs({ ...developer, accounts }).accounts).toEqual(expected);
});

test('what is published as it is differs in nothing', () => {
  const [text = ''] = objectsOf([developer]).values();
  expect(differences(developer, JSON.parse(text))).toEqual([]);
});

test.each([
  ['another method', { ...publishedAs(developer), method: 'identity-center' }, ['method']],
  ['another approver', { ...publishedAs(developer), approvers: { ids: [], emails: [], groups: [] } }, ['approvers']],
  ['nothing', {}, ['id', 'method', 'grants', 'settings', 'accounts', 'approvers']],
  ['null', null, ['id', 'method', 'grants', 'settings', 'accounts', 'approvers']],
  ['a text', 'x', ['id', 'method', 'grants', 'settings', 'accounts', 'approvers']],
  ['a list', [], ['id', 'method', 'grants', 'settings', 'accounts', 'approvers']],
])('where %s is published, it is said in what it differs', (_what, published, expected) => {
  expect(differences(developer, published)).toEqual(expected);
});

test('every account and unit that a policy names is known, each once', () => {
  const profiles = [
    { ...developer, accounts: { only: ['1', '2'], ous: undefined, except: [] } },
    { ...developer, accounts: { only: undefined, ous: ['ou-1'], except: ['2', '3'] } },
    { ...developer, accounts: anywhere },
  ];
  expect(idsIn(profiles).toSorted()).toEqual(['1', '2', '3', 'ou-1']);
});
