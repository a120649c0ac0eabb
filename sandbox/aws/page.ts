import { z } from 'zod';
import { AwsError } from './aws-error.ts';
import type { Plain } from './json.ts';

/** What a call that gives pages takes besides the rest. */
export const paged = (pageSize: number) => ({
  NextToken: z.string().optional(),
  MaxResults: z.number().int().min(1).max(pageSize).optional(),
});

/** One page of a list, and the token for the next. */
export function page<Item>(
  key: string,
  items: Item[],
  { NextToken, MaxResults }: { NextToken?: string | undefined; MaxResults?: number | undefined },
  pageSize: number,
  show: (item: Item) => Plain,
): { [key: string]: Plain } {
  const start = NextToken ? Number(Buffer.from(NextToken, 'base64url').toString()) : 0;
  if (!Number.isInteger(start)) throw new AwsError('InvalidInputException', 'You provided an invalid NextToken.');
  const end = start + (MaxResults ?? pageSize);
  return {
    [key]: items.slice(start, end).map(show),
    NextToken: end < items.length ? Buffer.from(String(end)).toString('base64url') : undefined,
  };
}
