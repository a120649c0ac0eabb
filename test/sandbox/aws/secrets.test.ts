import { expect, test } from 'vitest';
import { makePassword, randomPasswordRequest } from '../../../sandbox/aws/secrets.ts';

const make = (request: object) => makePassword(randomPasswordRequest.parse(request));

test('without wishes it is 32 characters of every type', () => {
  for (let index = 0; index < 200; index += 1) {
    expect(make({})).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])(?=.*[^a-zA-Z0-9])[!-~]{32}$/);
  }
});

test('what is left out does not come, and what is required comes in the shortest of passwords', () => {
  for (let index = 0; index < 200; index += 1) {
    const password = make({ PasswordLength: 4, ExcludeCharacters: '0O1lI' });
    expect(password).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])(?=.*[^a-zA-Z0-9])[^0O1lI]{4}$/);
  }
});

test('a space comes only where it is wanted', () => {
  expect(make({ PasswordLength: 4096 })).not.toContain(' ');
  expect(make({ PasswordLength: 4096, IncludeSpace: true })).toContain(' ');
});

test('nothing comes where nothing is left', () => {
  expect(make({ PasswordLength: 3 })).toBeUndefined();
  expect(make({ ExcludeLowercase: true, ExcludeUppercase: true, ExcludePunctuation: true, ExcludeNumbers: true })).toBe(
    undefined,
  );
});
