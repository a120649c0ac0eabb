import { expect, test } from 'vitest';
import { isUserName } from '../../src/methods/iam-user/user-name.ts';
import { isEmail } from '../../src/onboarding/email.ts';
import { userNameFor } from '../../src/onboarding/user-name.ts';

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

test.each([
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
  [`${'x'.repeat(65)}@partner.example`, false],
])('%j as an e-mail address: %s', (text, expected) => {
  expect(isEmail(text)).toBe(expected);
});
