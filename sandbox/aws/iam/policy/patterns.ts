import type { ValuesOf } from './context.ts';

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html: a wildcard stays within the segments
// between colons, but `*` at the end of one may match across them; the user guide's page on operators: those of ARNs compare the six
// components one by one. Actions have no case, everything else does.

type Wildcards = { any: string; one: string };

const asWritten: Wildcards = { any: '\\*', one: '\\?' };
const anything: Wildcards = { any: '.*', one: '.' };
const withinSegment: Wildcards = { any: '(?:[^:]*|.*(?=:|$))', one: '[^:]' };

export const isText = (value: string, text: string, valuesOf: ValuesOf): boolean =>
  isMatch(value, text, valuesOf, asWritten);

export const isAction = (value: string, pattern: string, valuesOf: ValuesOf): boolean =>
  isMatch(value.toLowerCase(), pattern.toLowerCase(), valuesOf, anything);

export const isResource = (value: string, pattern: string, valuesOf: ValuesOf): boolean =>
  isMatch(value, pattern, valuesOf, withinSegment);

export function isArn(value: string, pattern: string, valuesOf: ValuesOf): boolean {
  const components = sixOf(value.split(':'));
  // A variable of the policy has colons, too.
  const patterns = sixOf(pattern.split(/:(?![^${]*\})/));
  return (
    patterns.length === 6 &&
    components.length === 6 &&
    patterns.every((each, i) => isMatch(components[i] ?? '', each, valuesOf, anything))
  );
}

/** The sixth component runs to the end, colons and all. */
const sixOf = (parts: string[]): string[] =>
  parts.length > 6 ? [...parts.slice(0, 5), parts.slice(5).join(':')] : parts;

function isMatch(value: string, pattern: string, valuesOf: ValuesOf, wildcards: Wildcards): boolean {
  const sources = pattern.split(/(\$\{[^}]*\}|[*?])/).map((part) => sourceOf(part, valuesOf, wildcards));
  return !sources.includes(undefined) && new RegExp(`^${sources.join('')}$`, 's').test(value);
}

function sourceOf(part: string, valuesOf: ValuesOf, { any, one }: Wildcards): string | undefined {
  if (part === '*') return any;
  if (part === '?') return one;
  const text = part.startsWith('${') ? valueOfVariable(part.slice(2, -1), valuesOf) : part;
  return text?.replace(/[.+*?^${}()|[\]\\]/g, '\\$&');
}

/** Of a policy variable; `*`, `?` and `$` stand for themselves. One that has no value matches nothing. */
function valueOfVariable(variable: string, valuesOf: ValuesOf): string | undefined {
  if (/^[*?$]$/.test(variable)) return variable;
  const [, key = '', byDefault] = /^([^,]*)(?:,\s*'(.*)')?$/.exec(variable.trim()) ?? [];
  const values = valuesOf(key.trim());
  return values.length === 1 ? values[0] : byDefault;
}
