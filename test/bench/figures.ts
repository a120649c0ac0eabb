/** A line of the report: what was measured, what it should be, what it is. */
export type Figure = { what: string; goal: string; is: string };

/** @param share between 0 and 1, as 0.99 for the p99 */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: number[]): number => percentile(values, 0.5);

/** What the system does not tell is not a number. */
const told = (value: number, text: string): string => (Number.isNaN(value) ? 'not told by this system' : text);

export const ms = (value: number): string => told(value, `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`);

export const seconds = (value: number): string => told(value, `${(value / 1000).toFixed(1)} s`);

export const times = (value: number): string => told(value, `${value.toFixed(2)}×`);

/** Milliseconds that something takes. */
export async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}
