import { expect, test } from 'vitest';
import { policyLines } from '../../../sandbox/page/client/aws/password-policy.ts';
import { accountOf, portalPlaceOf } from '../../../sandbox/page/client/aws/sign-in-address.ts';
import { claimOf, loginOf, shortArn } from '../../../sandbox/page/client/aws/user-facts.ts';
import { awsWords } from '../../../sandbox/page/client/aws/words.ts';
import type { UserSlice } from '../../../sandbox/page/slices.ts';

const createdAt = '2026-11-22T16:00:00.000Z';
const user: UserSlice = { userName: 'yuki', path: '/onboarded/', createdAt, groups: [], policies: [], tags: {} };
const now = Date.parse(createdAt);
const earlier = '2026-11-21T16:00:00.000Z';
const later = '2026-11-29T16:00:00.000Z';

test.each([
  ['https://111122223333.signin.aws.amazon.com/console', '111122223333'],
  ['https://kumo-payments-dev.signin.aws.amazon.com/console', 'kumo-payments-dev'],
  ['https://kumo-payments-dev.signin.amazonaws.cn/console', 'kumo-payments-dev'],
  ['https://kumo-payments-dev.signin.amazonaws-us-gov.com/console', 'kumo-payments-dev'],
  ['https://signin.aws.amazon.com/console', undefined],
  ['https://a.b.signin.aws.amazon.com/console', undefined],
  ['https://kumo.signin.aws.amazon.com.evil.example/console', undefined],
  ['https://evil.example/?kumo.signin.aws.amazon.com', undefined],
  ['no address', undefined],
])('%s signs in at %s', (url, account) => {
  expect(accountOf(url)).toBe(account);
});

const shortcut = { accountId: '111122223333', permissionSet: 'Developer' };

test.each([
  ['https://kumoworks.awsapps.com/start', {}],
  ['https://d-1234567890.awsapps.com/start/', {}],
  ['https://d-1234567890.awsapps.cn/start', {}],
  ['https://ssoins-1234567890abcdef.portal.eu-west-1.app.aws', {}],
  ['https://ssoins-1234567890abcdef.eu-west-1.portal.amazonaws.com', {}],
  ['https://start.us-gov-home.awsapps.com/directory/kumoworks', {}],
  ['https://kumoworks.awsapps.com/start/#/console?account_id=111122223333&role_name=Developer', shortcut],
  ['http://kumoworks.awsapps.com/start', undefined],
  ['https://kumoworks.awsapps.com.evil.example/start', undefined],
  ['https://evil.example/?kumoworks.awsapps.com', undefined],
  ['no address', undefined],
])('%s leads in the portal to %j', (url, place) => {
  expect(portalPlaceOf(url)).toEqual(place);
});

test.each([
  [undefined, 'none'],
  [{ createdAt, passwordResetRequired: true }, 'temporary'],
  [{ createdAt, passwordResetRequired: false }, 'own'],
] as const)('a login profile %j is %s', (loginProfile, login) => {
  expect(loginOf({ ...user, ...(loginProfile && { loginProfile }) })).toBe(login);
});

test.each([
  ['none', {}, undefined],
  ['open', { 'onboarding:claim': 'open', 'onboarding:claim-until': later }, { state: 'open', until: later }],
  ['over', { 'onboarding:claim': 'open', 'onboarding:claim-until': earlier }, { state: 'over', until: earlier }],
  ['closed', { 'onboarding:claim': 'closed', 'onboarding:claimant': 'U0YUKI' }, { state: 'closed', by: 'U0YUKI' }],
])('a claim: %s', (_what, tags, claim) => {
  expect(claimOf({ ...user, tags }, now)).toEqual(claim);
});

test('who has signed in gets no other password', () => {
  const signedIn = { ...user, tags: { 'onboarding:claim': 'open' }, passwordLastUsed: createdAt };
  expect(claimOf(signedIn, now)).toEqual({ state: 'used' });
});

test.each([
  ['the default', [], awsWords.en.policy.usual],
  ['its own', ['MinimumPasswordLength 32', 'RequireSymbols'], ['at least 32 characters', 'a symbol']],
  ['an unknown demand', ['RequireEmoji'], ['RequireEmoji']],
])('a password policy in words: %s', (_what, demands, lines) => {
  expect(policyLines(demands, awsWords.en.policy)).toEqual(lines);
});

test('an ARN is short in its last part', () => {
  expect(shortArn('arn:aws:iam::aws:policy/IAMUserChangePassword')).toBe('IAMUserChangePassword');
});
