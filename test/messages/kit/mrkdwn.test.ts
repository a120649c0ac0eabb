import { expect, test } from 'vitest';
import { code, cut, escaped, moment, who } from '../../../src/messages/kit/mrkdwn.ts';

test.each([
  ['<!channel>', '`&lt;!channel&gt;`'],
  ['*_~', '`*_~`'],
  ['&lt;', '`&amp;lt;`'],
  ['a`b', '`aˋb`'],
  ['two\nlines', '`two lines`'],
  ['', '` `'],
  // Neither what turns the text around, nor what only takes its place.
  ['sam\u202e\u2066', '`sam`'],
  ['\u200b\ufeff', '` `'],
])('%j is shown to the letter', (text, expected) => {
  expect(code(text)).toBe(expected);
});

test('text is cut after it was escaped, and never within an entity', () => {
  const text = escaped('&'.repeat(10));
  for (let max = 5; max < 50; max++) {
    const short = cut(text, max);
    expect(short.length).toBeLessThanOrEqual(max);
    expect(short.replaceAll('&amp;', '')).toMatch(/^…?$/);
  }
});

test('text is never cut within a character', () => {
  const text = 'Åsa 𠮷野 🎉👨‍👩‍👧'.repeat(3);
  for (let max = 1; max < text.length; max++) {
    expect(cut(text, max)).toMatch(/^(?:A|s|a| |𠮷|野|🎉|👨‍👩‍👧|Å)*…?$/u);
    expect(cut(text, max).isWellFormed()).toBe(true);
  }
});

test('a moment has a fallback for clients that cannot draw it', () => {
  expect(moment('2026-11-25T04:06:00.000Z')).toBe('<!date^1795579560^{date_short_pretty} {time}|2026-11-25 04:06 UTC>');
});

test('somebody is mentioned by their Slack id, and shown by their address', () => {
  expect(who('U0YUKI')).toBe('<@U0YUKI>');
  expect(who('<!here>@partner.example')).toBe('`&lt;!here&gt;@partner.example`');
});
