import { expect, test } from 'vitest';
import { formatDate } from '../../../sandbox/page/client/slack/text/date-format.ts';

const noon = Date.parse('2026-11-22T12:05:09Z') / 1000;
const day = 86_400;

function shown(format: string, { at = noon, locale = 'en-US', timeZone = 'UTC' } = {}): string {
  const date = { timestamp: at, format, fallback: 'fallback' };
  return formatDate(date, { locale, timeZone, now: new Date(noon * 1000) }).replaceAll('\u202f', ' ');
}

const cases: [format: string, expected: string, where?: Parameters<typeof shown>[1]][] = [
  ['{date_num}', '2026-11-22'],
  ['{date_slash}', '11/22/2026'],
  ['{date}', 'November 22nd, 2026'],
  ['{date_short}', 'Nov 22, 2026'],
  ['{date_long}', 'Sunday, November 22nd, 2026'],
  ['{date_long_full}', 'November 22nd, 2026'],
  ['{date_pretty} at {time}', 'today at 12:05 PM'],
  ['{date_pretty}', 'yesterday', { at: noon - day }],
  ['{date_short_pretty}', 'tomorrow', { at: noon + day }],
  ['{date_short_pretty}', 'Nov 24, 2026', { at: noon + 2 * day }],
  ['{date_long_pretty}', 'Tuesday, December 1st, 2026', { at: noon + 9 * day }],
  ['{day_divider_pretty}', 'Tuesday, December 1st', { at: noon + 9 * day }],
  ['{day_divider_pretty}', 'Monday, November 22nd, 2027', { at: noon + 365 * day }],
  ['{time_secs}', '12:05:09 PM'],
  ['{ago}', '3 minutes ago', { at: noon - 200 }],
  ['{ago}', 'in 2 days', { at: noon + 2 * day + 10 }],
  ['{ago}', 'in 0 seconds'],
  ['{date}, {time}', '2026年11月22日, 21:05', { locale: 'ja-JP', timeZone: 'Asia/Tokyo' }],
  ['{date_pretty}', '明日', { locale: 'ja-JP', timeZone: 'Asia/Tokyo', at: noon + 3 * 3600 }],
  ['{date_short_pretty} {time}', 'heute 13:05', { locale: 'de-DE', timeZone: 'Europe/Berlin' }],
  ['{date_short}', '22 Nov 2026', { locale: 'en-GB' }],
  ['no token', 'no token'],
  ['{date} {nonsense}', 'fallback'],
  ['{date}', 'fallback', { at: Number.NaN }],
];

test.each(cases)('%s is %s', (format, expected, where) => {
  expect(shown(format, where)).toBe(expected);
});
