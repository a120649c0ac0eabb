import { z } from 'zod';

/** By how many milliseconds the clock is to be moved on, or why it is not. */
export type Move = { by: number } | { error: 'not-understood' | 'not-forward' | 'too-far'; message: string };

const move = z.union([
  z.strictObject({ forward: z.union([z.number(), z.string()]) }),
  z.strictObject({ to: z.iso.datetime({ offset: true }) }),
]);

const DAY_MS = 86_400_000;
const LONGEST_MS = 366 * DAY_MS;
const units = { w: 7 * DAY_MS, d: DAY_MS, h: 3_600_000, m: 60_000, s: 1_000 };

/** Reads what `POST /time` is given. */
export function readMove(body: unknown, now: number): Move {
  const { data } = move.safeParse(body);
  if (!data) return notUnderstood;
  const by = 'to' in data ? Date.parse(data.to) - now : millisecondsOf(data.forward);
  if (Number.isNaN(by)) return notUnderstood;
  if (by <= 0) {
    const here = new Date(now).toISOString();
    const message = `The clock only goes forward, and it already says ${here}. Restart the sandbox to return to the present.`;
    return { error: 'not-forward', message };
  }
  if (by > LONGEST_MS) {
    return {
      error: 'too-far',
      message: 'The clock moves by at most 366 days at once: ask for less, then ask again.',
    };
  }
  return { by };
}

const notUnderstood = {
  error: 'not-understood',
  message:
    'Say how far, as {"forward": "3d"} (w, d, h, m, s; also "1d12h", "PT36H", or a number of seconds), or until when, as {"to": "2026-12-05T09:00:00Z"}.',
} as const;

function millisecondsOf(forward: number | string): number {
  if (typeof forward === 'number') return forward * 1000;
  const [, sign = '', text = ''] = /^(-?)(.*)$/s.exec(forward) ?? [];
  const short = /^(?:\d+[wdhms])+$/.test(text) ? text : shortened(text);
  const parts = [...short.matchAll(/(\d+)([wdhms])/g)];
  if (parts.length === 0) return Number.NaN;
  const sum = parts.reduce((all, [, count, unit]) => all + Number(count) * units[unit as keyof typeof units], 0);
  return sign === '-' ? -sum : sum;
}

/** As ISO 8601 writes it; its years and months are of no certain length. */
const shortened = (text: string): string =>
  /^P(?=.)(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/.test(text) ? text.replace(/[PT]/g, '').toLowerCase() : '';
