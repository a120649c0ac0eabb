import { presentTime } from '../../present-time.ts';
import type { DateNode } from './nodes.ts';

/** Whose date it is: their language, their time zone (default: the browser's), and what is now for them. */
export type DateReader = { locale: string; timeZone?: string; now?: Date };

type Moment = { date: Date; locale: string; timeZone: string | undefined; now: Date };
type Part = (moment: Moment) => string;

const written =
  (options: Intl.DateTimeFormatOptions): Part =>
  ({ date, locale, timeZone }) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(date);

const numeric = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const monthAndDay = { month: 'long', day: 'numeric' } as const;
const full = { year: 'numeric', ...monthAndDay } as const;

const longWith =
  (options: Intl.DateTimeFormatOptions): Part =>
  ({ date, locale, timeZone }) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone })
      .formatToParts(date)
      .map(({ type, value }) => (type === 'day' && /^en\b/.test(locale) ? ordinal(Number(value)) : value))
      .join('');

const date = longWith(full);
const dateShort = written({ year: 'numeric', month: 'short', day: 'numeric' });
const dateLong = longWith({ weekday: 'long', ...full });
const dateLongOfThisYear = longWith({ weekday: 'long', ...monthAndDay });

/** The tokens of a format: https://docs.slack.dev/messaging/formatting-message-text#date-formatting. */
const tokens: Record<string, Part> = {
  date_num: dayOf,
  date_slash: written(numeric),
  date,
  date_short: dateShort,
  date_long: dateLong,
  date_long_full: date,
  date_pretty: pretty(date),
  date_short_pretty: pretty(dateShort),
  date_long_pretty: pretty(dateLong),
  day_divider_pretty: pretty((moment) =>
    dayOf(moment).slice(0, 4) === dayOf(today(moment)).slice(0, 4) ? dateLongOfThisYear(moment) : dateLong(moment),
  ),
  time: written({ hour: 'numeric', minute: '2-digit' }),
  time_secs: written({ hour: 'numeric', minute: '2-digit', second: '2-digit' }),
  ago,
};

/** A date as its reader sees it; its fallback where the format is not one of Slack's. */
export function formatDate({ timestamp, format, fallback }: Omit<DateNode, 'type'>, reader: DateReader): string {
  const { locale, timeZone, now = new Date(presentTime()) } = reader;
  const moment: Moment = { date: new Date(timestamp * 1000), locale, timeZone, now };
  const named = [...format.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  if (Number.isNaN(moment.date.getTime()) || !named.every((name) => Object.hasOwn(tokens, name))) return fallback;
  return format.replace(/\{(\w+)\}/g, (whole, name: string) => tokens[name]?.(moment) ?? whole);
}

function dayOf({ date, timeZone }: Moment): string {
  return new Intl.DateTimeFormat('sv-SE', { ...numeric, timeZone }).format(date);
}

const today = (moment: Moment): Moment => ({ ...moment, date: moment.now });

function pretty(otherwise: Part): Part {
  return (moment) => {
    const days = (Date.parse(dayOf(moment)) - Date.parse(dayOf(today(moment)))) / 86_400_000;
    if (Math.abs(days) > 1) return otherwise(moment);
    return new Intl.RelativeTimeFormat(moment.locale, { numeric: 'auto' }).format(days, 'day');
  };
}

const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

function ago({ date, locale, now }: Moment): string {
  const seconds = Math.round((date.getTime() - now.getTime()) / 1000);
  const [unit, length] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale).format(Math.trunc(seconds / length), unit);
}

const suffixes: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

function ordinal(day: number): string {
  return `${day}${suffixes[new Intl.PluralRules('en', { type: 'ordinal' }).select(day)]}`;
}
