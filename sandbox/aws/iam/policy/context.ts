import { listOf } from './statement.ts';

/** What is known of a request, by condition key. */
export type Context = Record<string, string | string[]>;

/** The values of a condition key, whose name has no case; none if the request does not have it. */
export type ValuesOf = (key: string) => string[];

export function readContext(context: Context): ValuesOf {
  const values = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), listOf(value)]));
  return (key) => values.get(key.toLowerCase()) ?? [];
}
