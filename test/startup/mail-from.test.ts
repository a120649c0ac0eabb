import { expect, test } from 'vitest';
import { readMailFrom } from '../../src/startup/mail-from.ts';

test.each([
  ['hello@example.com', 'hello@example.com'],
  [' <hello@example.com> ', 'hello@example.com'],
  ['Onboarding <hello@example.com>', 'Onboarding <hello@example.com>'],
  ['Acme, Inc. <hello@example.com>', '"Acme, Inc." <hello@example.com>'],
  ['"Acme, Inc." <hello@example.com>', '"Acme, Inc." <hello@example.com>'],
  ['Say "hi" <hello@example.com>', '"Say \\"hi\\"" <hello@example.com>'],
  ['ご案内 <hello@example.com>', '=?UTF-8?B?44GU5qGI5YaF?= <hello@example.com>'],
  ['=?UTF-8?B?44GU5qGI5YaF?= <hello@example.com>', '=?UTF-8?B?44GU5qGI5YaF?= <hello@example.com>'],
])('%s is a sender', (text, sender) => {
  expect(readMailFrom(text)).toBe(sender);
});

test('a long name is encoded in words that a header may have, and no character is divided', () => {
  const name = '株式会社クモワークス　プラットフォーム運用チーム 🛫';
  const [, encoded = ''] = /^(.*) <hello@example\.com>$/.exec(readMailFrom(`${name} <hello@example.com>`) ?? '') ?? [];
  const words = encoded.split(' ');
  expect(words.every((word) => word.length <= 75)).toBe(true);
  const read = words.map((word) => Buffer.from(/\?B\?(.*)\?=/.exec(word)?.[1] ?? '', 'base64').toString());
  expect(read.join('')).toBe(name);
});

test.each([
  'hello',
  'hello@',
  'Acme hello@example.com',
  'a@example.com, b@example.com',
  'Acme <hello@example.com',
  'ご@example.com',
  'A\nBcc: x <hello@example.com>',
])('%j is none', (text) => {
  expect(readMailFrom(text)).toBeUndefined();
});
