import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../language.ts';
import { presentTime } from '../present-time.ts';

/** The time, second by second for as long as it matters. */
export function useNow(isTicking: boolean): number {
  const [now, setNow] = useState(presentTime);
  useEffect(() => {
    if (!isTicking) return;
    setNow(presentTime());
    const timer = setInterval(() => setNow(presentTime()), 1000);
    return () => clearInterval(timer);
  }, [isTicking]);
  return now;
}

/** Of today the time, of other days the date as well. */
export function momentText(iso: string, language: Language): string {
  const moment = new Date(iso);
  const isToday = moment.toDateString() === new Date(presentTime()).toDateString();
  return moment.toLocaleString(language, {
    ...(isToday ? { timeStyle: 'medium' } : { dateStyle: 'medium', timeStyle: 'short' }),
    hourCycle: 'h23',
  });
}

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** The two largest units: "3 min 5 sec". */
export function durationText(milliseconds: number, language: Language): string {
  const say = (count: number, unit: string) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
  if (milliseconds < 1000) return say(Math.max(Math.round(milliseconds), 0), 'millisecond');
  const seconds = milliseconds / 1000;
  if (seconds < 10) return say(Math.round(seconds * 10) / 10, 'second');
  let rest = Math.floor(seconds);
  const parts = units.map(([unit, length]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return { count, unit };
  });
  const largest = parts.findIndex(({ count }) => count > 0);
  return parts
    .slice(largest, largest + 2)
    .filter(({ count }) => count > 0)
    .map(({ count, unit }) => say(count, unit))
    .join(' ');
}
