import { expect, test } from 'vitest';
import { isUserName } from '../../src/methods/iam-user/user-name.ts';
import { isAllowedOutside, isEmail } from '../../src/onboarding/email.ts';
import { userNameFor, userNameLike } from '../../src/onboarding/user-name.ts';

test.each([
  ['sam.lee', true],
  ['a', true],
  ['A+b=c,d.e@f_g-h', true],
  ['x'.repeat(64), true],
  ['x'.repeat(65), false],
  ['', false],
  ['sam lee', false],
  ['sam/lee', false],
  ["o'neil", false],
  ['佐藤', false],
])('%j as an IAM user name: %s', (text, expected) => {
  expect(isUserName(text)).toBe(expected);
});

test.each([
  ['{email}', 'Sam.Lee@Partner.example', 'sam.lee@partner.example'],
  ['{local}', 'Sam.Lee@Partner.example', 'sam.lee'],
] as const)('%s makes of %s the user name %s', (template, email, expected) => {
  expect(userNameFor(template, email)).toBe(expected);
});

/** An address of so many characters. */
const addressOf = (length: number) =>
  `${'x'.repeat(64)}@${'y'.repeat(62)}.${'w'.repeat(62)}.${'z'.repeat(length - 64 - 1 - 63 - 63 - 3)}.jp`;

test.each([
  [addressOf(253), true],
  [addressOf(254), true],
  [addressOf(255), false],
  [`${'x'.repeat(64)}@partner.example`, true],
  ['sam@partner.jp', true],
  ['sam@partner.j', false],
  ['sam@partner.example', true],
  ["o'neil+aws@mail.partner.example", true],
  ['=?utf-8?q?mallory=40evil.example?=x@partner.example', false],
  ['sam%evil.example@partner.example', false],
  ['sam@partner', false],
  ['sam@@partner.example', false],
  ['sam partner.example', false],
  ['@partner.example', false],
  ['sam@-partner.example', false],
  ['sam@partner.example\nbcc@evil.example', false],
  ['"sam lee"@partner.example', false],
  ['sam..lee@partner.example', false],
  ['.sam@partner.example', false],
  ['sam.@partner.example', false],
  ["sam.-'_lee@partner.example", true],
  [`sam@${'y'.repeat(63)}.example`, true],
  [`sam@${'y'.repeat(64)}.example`, false],
  [`${'x'.repeat(65)}@partner.example`, false],
])('%j as an e-mail address: %s', (text, expected) => {
  expect(isEmail(text)).toBe(expected);
});

const isReserved = (name: string) => name === 'administrator';
test.each([
  ["o'brien@partner.example", isUserName, 'obrien'],
  [`${'x'.repeat(64)}@partner.example`, isUserName, 'x'.repeat(64)],
  [`${'x'.repeat(65)}@partner.example`, () => true, 'x'.repeat(64)],
  ['._sam-.@partner.example', isUserName, 'sam'],
  ['sam', () => true, undefined],
  ["'@partner.example", isUserName, undefined],
  ["'.o'brien.'@partner.example", isUserName, 'obrien'],
  ["Mary-Jane.O'Neil+aws@partner.example", isUserName, 'mary-jane.oneilaws'],
  ['administrator@partner.example', (name: string) => !isReserved(name), 'administrator.partner'],
])('before %s can be typed what its method takes', (email, takes, expected) => {
  expect(userNameLike(email, takes)).toBe(expected);
});

test.each([
  ['sam@partner.example', true],
  ['Sam@PARTNER.example', true],
  ['sam@other.example', true],
  ['sam@mail.partner.example', false],
  ['sam@partner.example.evil', false],
  ['partner.example@evil.example', false],
])('where two domains are allowed, %s may be onboarded from outside: %s', (email, expected) => {
  expect(isAllowedOutside(email, { emailDomains: ['partner.example', 'other.example'] })).toBe(expected);
});
