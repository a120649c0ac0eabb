import { randomBytes, randomInt } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** An id as Slack makes them: a letter for the kind, then capitals and digits. */
export function newId(kind: 'V' | 'E' | ''): string {
  return kind + Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('');
}

export const newHash = (): string => randomBytes(8).toString('hex');

/** Message timestamps: microseconds that never repeat, because Slack uses them as ids. */
export function createClock(): () => string {
  let last = 0;
  return () => {
    last = Math.max(Date.now() * 1000, last + 1);
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
  };
}
