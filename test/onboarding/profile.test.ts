import { expect, test } from 'vitest';
import { isStillOffered } from '../../src/onboarding/profile.ts';
import { dev, developer, requestOf } from './examples.ts';

const request = requestOf();
request.profile = { ...request.profile, groups: ['A', 'B'], policyArns: ['p'] };
const profile = { ...developer, groups: ['B', 'A'], policyArns: ['p'] };

test.each([
  ['as it was', profile, dev, true],
  ['with another group', { ...profile, groups: ['A', 'C'] }, dev, false],
  ['with a group more', { ...profile, groups: ['A', 'B', 'C'] }, dev, false],
  ['with a policy less', { ...profile, policyArns: [] }, dev, false],
  ['without this account', { ...profile, accounts: { ous: undefined, except: [dev.id] } }, dev, false],
  [
    'without this account, which is not loaded yet',
    { ...profile, accounts: { ous: undefined, except: [dev.id] } },
    undefined,
    false,
  ],
  ['in another unit', { ...profile, accounts: { ous: ['ou-root-closed00'], except: [] } }, dev, false],
  ['for an account that is not loaded yet', profile, undefined, true],
  ['for an account that was closed', profile, { ...dev, isActive: false }, false],
])('a policy %s still offers what was asked for, or not', (_what, policy, account, expected) => {
  expect(isStillOffered(policy, request, account)).toBe(expected);
});
