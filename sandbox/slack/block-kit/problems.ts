import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** A schema's complaints in Slack's words: `[ERROR] no more than 100 items allowed [json-pointer:/view/blocks]`. */
export function problemsOf(error: z.ZodError, value: unknown, root = ''): string[] {
  return error.issues.flatMap((issue) => {
    const missing = issue.code === 'invalid_type' && at(value, issue.path) === undefined;
    const path = missing ? issue.path.slice(0, -1) : issue.path;
    const pointer = root + path.map((step) => `/${String(step)}`).join('');
    return sayings(issue, missing, at(value, issue.path)).map((saying) => problem(saying, pointer));
  });
}

export const problem = (saying: string, pointer: string): string => `[ERROR] ${saying} [json-pointer:${pointer}]`;

function sayings(issue: Issue, missing: boolean, value: unknown): string[] {
  switch (issue.code) {
    case 'invalid_type':
      return [missing ? `missing required field: ${String(issue.path.at(-1) ?? '')}` : `must be a ${issue.expected}`];
    case 'too_big':
      return [tooBig(issue.origin, Number(issue.maximum))];
    case 'too_small':
      return [tooSmall(issue.origin, Number(issue.minimum))];
    case 'unrecognized_keys':
      return issue.keys.map((key) => `invalid additional property: ${key}`);
    case 'invalid_union':
      return [value === undefined ? 'missing required field: type' : `unsupported type: ${String(value)}`];
    case 'invalid_value':
      return ['must be a valid enum value'];
    default:
      return [issue.message];
  }
}

function tooBig(origin: string, maximum: number): string {
  if (origin === 'string') return `must be less than ${maximum + 1} characters`;
  if (origin === 'array') return `no more than ${maximum} items allowed`;
  return `must be less than or equal to ${maximum}`;
}

function tooSmall(origin: string, minimum: number): string {
  if (origin === 'string') return `must be more than ${minimum - 1} characters`;
  if (origin === 'array') return `no less than ${minimum} items allowed`;
  return `must be greater than or equal to ${minimum}`;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let here: unknown = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = Reflect.get(here, step);
  }
  return here;
}
