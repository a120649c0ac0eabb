import { expect, test } from 'vitest';
import { isUserName } from '../../../src/methods/identity-center/user-name.ts';

test.each([
  ['sam.lee', true],
  ['Sam@Partner.example', true],
  ['a', true],
  ['佐藤', true],
  ['ﾔﾏﾀﾞ', true],
  ["o'neil", true],
  ['sam/lee', true],
  ['<sam>', true],
  ['x'.repeat(128), true],
  ['x'.repeat(129), false],
  // As AWS counts, a character outside of the basic plane is one.
  ['𠮷'.repeat(128), true],
  ['𠮷'.repeat(129), false],
  ['', false],
  ['sam lee', false],
  ['佐藤　由紀', false],
  ['sam\u00a0lee', false],
  ['sam\tlee', false],
  ['sam\u200blee', false],
  ['sam\u0000', false],
  // AWS keeps these for itself.
  ['Administrator', false],
  ['administrator', false],
  ['ADMINISTRATOR', false],
  ['AWSAdministrators', false],
  ['administrators', true],
  ['Administrator2', true],
])('%j as a user name of Identity Center: %s', (text, expected) => {
  expect(isUserName(text)).toBe(expected);
});
