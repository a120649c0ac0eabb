import type { Duplex } from 'node:stream';

/** Has each of two streams say what the other one hears, and end with it. @returns both */
export function joined(one: Duplex, other: Duplex): [Duplex, Duplex] {
  one.pipe(other).pipe(one);
  for (const [each, twin] of [[one, other] as const, [other, one] as const]) {
    each.on('error', () => twin.destroy()).on('close', () => twin.destroy());
  }
  return [one, other];
}
