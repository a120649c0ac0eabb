import { expect, test } from 'vitest';
import { wordedFor } from '../../src/contract/worded.ts';

const both = { en: 'Reads', ja: '閲覧' };
test.each([
  ['one text', 'Reads', 'ja-JP', 'Reads'],
  ['their language', both, 'ja-JP', '閲覧'],
  ['their language, however it is written', both, 'JA', '閲覧'],
  ['English, where there is none of their language', both, 'de-DE', 'Reads'],
  ['what there is, where there is no English either', { ja: '閲覧' }, 'de-DE', '閲覧'],
  ['nothing of nothing', {}, 'en-US', ''],
])('a reader is shown %s', (_what, text, locale, expected) => {
  expect(wordedFor(text, locale)).toBe(expected);
});
