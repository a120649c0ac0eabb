import { expect, test } from 'vitest';
import { nameFromEmail, namesOf, oneLine } from '../../src/onboarding/names.ts';

const cases: [fullName: string, givenName: string, familyName: string][] = [
  ['Sam Lee', 'Sam', 'Lee'],
  ['Mary Jane Watson', 'Mary Jane', 'Watson'],
  ['Cher', 'Cher', 'Cher'],
  ['Jean-Luc Picard', 'Jean-Luc', 'Picard'],
  ['  Sam \t  Lee\n', 'Sam', 'Lee'],
  ['Sam\u00a0Lee', 'Sam', 'Lee'],
  ['ليلى حداد', 'ليلى', 'حداد'],
  // In East Asia the family's comes first.
  ['山田 太郎', '太郎', '山田'],
  ['山田　太郎', '太郎', '山田'],
  ['山田 太郎 二世', '太郎 二世', '山田'],
  ['ヤマダ タロウ', 'タロウ', 'ヤマダ'],
  ['김 철수', '철수', '김'],
  ['王 小明', '小明', '王'],
  ['山田太郎', '山田太郎', '山田太郎'],
  ['Yamada Taro', 'Yamada', 'Taro'],
  // What cannot be seen parts words, and is in no name.
  ['\u200bSam\u200b \u2060Lee\ufeff', 'Sam', 'Lee'],
  ['Sam\u200bLee', 'Sam', 'Lee'],
  ['Sam \u202eLee', 'Sam', 'Lee'],
  ['Sam\u0000Lee', 'Sam', 'Lee'],
  // What parts nothing, either.
  ['Sam\u00aduel Le\u2060e', 'Samuel', 'Lee'],
  ['Sa\u200dm\ufeff Lee\u200e', 'Sam', 'Lee'],
  ['Sam\u2800Lee', 'Sam', 'Lee'],
  ['\u3164Sam Lee', 'Sam', 'Lee'],
  // How a character of a name is drawn is a part of it.
  ['葛\u{e0100}城 太郎', '太郎', '葛\u{e0100}城'],
];
test.each(cases)('%j is called %j of %j', (fullName, givenName, familyName) => {
  expect(namesOf(fullName)).toEqual({ givenName, familyName });
});

test.each([
  ['Sam Lee', 'Sam Lee'],
  [' Sam\r\n\tLee ', 'Sam Lee'],
  ['\u202eSam\u202c Lee', 'Sam Lee'],
  ['\u200b \u2060', ''],
  // Half of a character, as what cut a name off at some length leaves it.
  ['Sam Lee \ud83c', 'Sam Lee'],
  ['Sam \udf89 Lee', 'Sam Lee'],
  ['Sam 🎉 Lee 𠮷', 'Sam 🎉 Lee 𠮷'],
  ['', ''],
])('%j in one line is %j', (name, expected) => {
  expect(oneLine(name)).toBe(expected);
});

test.each([
  ['sam.lee@partner.example', 'Sam Lee'],
  ['mary_jane-watson@partner.example', 'Mary Jane Watson'],
  ['sam@partner.example', 'Sam'],
  ['sam.lee+aws@partner.example', 'Sam Lee Aws'],
  ["o'neil@partner.example", "O'neil"],
  ['.@partner.example', '.@partner.example'],
  ['sam..lee@partner.example', 'Sam Lee'],
])('of %s alone it can be said: %s', (email, name) => {
  expect(nameFromEmail(email)).toBe(name);
});

test('a name of nothing that can be seen is none', () => {
  expect(namesOf('\u200b')).toEqual({ givenName: '', familyName: '' });
});
