import type { z } from 'zod';

const EXPECTED: Record<string, string> = { array: 'a list', object: 'a group of settings', string: 'text' };

/** One of zod's issues as sentences that start with the place; unknown keys are told one by one. */
export function mistakesOf(
  issue: z.core.$ZodIssue,
  isThere: (path: PropertyKey[]) => boolean,
): { path: PropertyKey[]; text: string }[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      text: `${[...path, key].join('.')}: is not a setting; check its spelling and its indentation`,
    }));
  }
  const isPlain = issue.code === 'invalid_type' && issue.message.startsWith('Invalid input');
  const what = isPlain ? `must be ${EXPECTED[issue.expected] ?? issue.expected}` : issue.message;
  return [mistake(path, what, isThere)];
}

export const mistake = (path: PropertyKey[], what: string, isThere: (path: PropertyKey[]) => boolean) => ({
  path,
  text: `${path.join('.') || 'the file'}: ${isThere(path) ? what : 'is missing'}`,
});
