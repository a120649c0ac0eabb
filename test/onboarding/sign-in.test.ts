import { expect, test } from 'vitest';
import type { AccountOutcome } from '../../src/contract/access.ts';
import { consoleLink, portalAccessOf } from '../../src/onboarding/sign-in.ts';
import { created, failed, samAsPerson } from './examples.ts';

const portal = 'https://acme.awsapps.com/start';
const link = 'https://acme.awsapps.com/start/#/console?account_id=111122223333&role_name=';

test.each([
  [portal, 'Developer', `${link}Developer`],
  [`${portal}/`, 'Developer', `${link}Developer`],
  [`${portal}//`, 'Developer', `${link}Developer`],
  [portal, 'Read-Only_1', `${link}Read-Only_1`],
  [portal, 'a+b=c,d.e@f-g', `${link}a%2Bb%3Dc%2Cd.e%40f-g`],
  [
    'https://ssoins-1234567890abcdef.portal.eu-west-1.app.aws',
    'Developer',
    'https://ssoins-1234567890abcdef.portal.eu-west-1.app.aws/#/console?account_id=111122223333&role_name=Developer',
  ],
])('at %s the permission set %s has a link of its own', (portalUrl, set, expected) => {
  expect(consoleLink(portalUrl, '111122223333', set)).toBe(expected);
});

test('a link names the account and the permission set as they are, whoever reads it', () => {
  const name = 'a+b=c,d.e@f-g';
  const { hash } = new URL(consoleLink(portal, '111122223333', name));
  expect(Object.fromEntries(new URLSearchParams(hash.replace('#/console?', '')))).toEqual({
    account_id: '111122223333',
    role_name: name,
  });
});

const outcome = (Status: AccountOutcome['Status'], more: Partial<AccountOutcome> = {}): AccountOutcome => ({
  AccountId: '111122223333',
  PermissionSet: 'Developer',
  Status,
  FirstSignIn: 'portal-code',
  SignIn: { LoginURL: portal },
  ...more,
});

test('what was given at the portal, now or soon, is told with where it is and how to sign in', () => {
  const done = outcome('done');
  const pending = outcome('pending', { AccountId: '222222222222' });
  const had = outcome('had', { AccountId: '333333333333' });
  expect(portalAccessOf([done, had, pending, outcome('failed')])).toEqual({
    portalUrl: portal,
    firstSignIn: 'portal-code',
    given: [done, pending],
  });
});

test.each<[string, AccountOutcome[]]>([
  ['nothing', []],
  ['only what they had before', [outcome('had')]],
  ['nothing that worked', failed(samAsPerson, 'GroupMissing').Outcomes],
  ['a temporary password', created(samAsPerson).Outcomes],
])('who was given %s has nothing new at the portal', (_what, outcomes) => {
  expect(portalAccessOf(outcomes)).toBeUndefined();
});
