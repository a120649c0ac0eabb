import { expect, test } from 'vitest';
import { beginning, visible } from '../../src/onboarding/characters.ts';

const family = '👨‍👩‍👧';
const flag = '🇯🇵';

test.each([
  ['all of it', 'Sam', 3, 'Sam'],
  ['so much of it', 'Sam Lee', 3, 'Sam'],
  ['no half of an emoji', 'a🎉b', 2, 'a'],
  ['a whole emoji', 'a🎉b', 3, 'a🎉'],
  ['no half of a rare character', 'a𠮷b', 2, 'a'],
  ['no family without its child', `a${family}b`, 8, 'a'],
  ['a whole family', `a${family}b`, 9, `a${family}`],
  ['no half of a flag', `${flag}${flag}`, 6, flag],
  ['no letter without its accent', 'e\u0301e\u0301', 3, 'e\u0301'],
  ['no kana without its mark', 'か\u3099か\u3099', 1, ''],
])('of a text its beginning is %s', (_what, text, max, expected) => {
  expect(beginning(text, max)).toBe(expected);
});

/** A letter under so many marks that it begins at the given place and ends behind the text's cut. */
const heaped = (before: string) => `${before}e${'\u0301'.repeat(60)}`;
test.each([
  [40, 'ab', 42, 'ab'],
  [41, 'a', 42, `ae${'\u0301'.repeat(40)}`],
])(
  'of a character of which %i would be left, nothing is left but where it is longer than any',
  (_left, before, max, kept) => {
    expect(beginning(heaped(before), max)).toBe(kept);
  },
);

test('where a heap of marks is cut, what stands before it stays whole', () => {
  expect(beginning(heaped('🎉'), 50)).toMatch(/^🎉e\u0301+$/u);
});

test('marks heaped upon one letter do not take the room of all others; half a character is never left', () => {
  expect(beginning(`a${'\u0301'.repeat(500)}`, 100)).toHaveLength(100);
  const marks = `a${'\u0301'.repeat(98)}`;
  expect(beginning(`${marks}${'\u{1d165}'.repeat(50)}`, 100)).toBe(marks);
});

test.each([
  ['a zero-width space', '\u200b'],
  ['a zero-width joiner', '\u200d'],
  ['a zero-width non-joiner', '\u200c'],
  ['a word joiner', '\u2060'],
  ['a byte order mark', '\ufeff'],
  ['a soft hyphen', '\u00ad'],
  ['a mark of direction', '\u200e'],
  ['an override of direction', '\u202e'],
  ['an isolate', '\u2066'],
  ['a Hangul filler', '\u3164'],
  ['a tag', '\u{e0041}'],
])('%s is not in what can be seen', (_what, character) => {
  expect(visible(`sam${character}@partner.example`)).toBe('sam@partner.example');
});
