import { expect, test } from 'vitest';
import { idsIn, isStillOffered } from '../../src/onboarding/profile.ts';
import { dev, developer, requestOf } from './examples.ts';

const anywhere = developer.accounts;

test.each([
  ['as it was', developer, dev, true],
  ['that gives other things: what was inspected counts', { ...developer, grants: {} }, dev, true],
  ['by another method', { ...developer, method: 'another' }, dev, false],
  ['without this account', { ...developer, accounts: { ...anywhere, except: [dev.id] } }, dev, false],
  [
    'without this account, which is not loaded yet',
    { ...developer, accounts: { ...anywhere, except: [dev.id] } },
    undefined,
    false,
  ],
  ['in one of two units', { ...developer, accounts: { ...anywhere, ous: ['ou-x', 'ou-root-products'] } }, dev, true],
  ['in another unit', { ...developer, accounts: { ...anywhere, ous: ['ou-root-closed00'] } }, dev, false],
  ['for an account that is not loaded yet', developer, undefined, true],
  ['for an account that was closed', developer, { ...dev, isActive: false }, false],
])('a policy %s still offers what was asked for, or not', (_what, policy, account, expected) => {
  expect(isStillOffered(policy, requestOf(), () => account)).toBe(expected);
});

test('what is given in no account is offered while the policy has it, by the same method', () => {
  const request = { ...requestOf(), accounts: [] };
  const find = () => undefined;
  expect(isStillOffered({ ...developer, accounts: { ...anywhere, only: ['222222222222'] } }, request, find)).toBe(true);
  expect(isStillOffered({ ...developer, method: 'another' }, request, find)).toBe(false);
});

test('of several accounts each has to be offered still', () => {
  const request = requestOf();
  request.accounts.push({ id: '222222222222', name: 'prod', isManagement: false });
  const find = (id: string) => ({ ...dev, id });
  expect(isStillOffered(developer, request, find)).toBe(true);
  const without = { ...developer, accounts: { ...anywhere, except: ['222222222222'] } };
  expect(isStillOffered(without, request, find)).toBe(false);
});

test('the ids that profiles name are each told once: accounts, units and exceptions', () => {
  const profiles = [
    { accounts: { only: [dev.id], ous: undefined, except: [] } },
    { accounts: { only: undefined, ous: ['ou-root-products', 'ou-root-data'], except: ['999988887777'] } },
    { accounts: { only: undefined, ous: ['ou-root-products'], except: [dev.id] } },
    { accounts: { only: undefined, ous: undefined, except: [] } },
  ];
  expect(idsIn(profiles)).toEqual([dev.id, 'ou-root-products', 'ou-root-data', '999988887777']);
  expect(idsIn([])).toEqual([]);
});
