import { listOf, type Statement } from './policies.ts';

export type Request = { action: string; resource: string; context: Record<string, string> };

/** What IAM makes of a request by one policy: a denial always wins. */
export function evaluate(statements: Statement[], request: Request): 'allowed' | 'denied' | 'not allowed' {
  const effects = statements.filter((statement) => applies(statement, request)).map(({ Effect }) => Effect);
  if (effects.includes('Deny')) return 'denied';
  return effects.includes('Allow') ? 'allowed' : 'not allowed';
}

function applies(
  { Action, NotAction, Resource, NotResource, Condition = {} }: Statement,
  { action, resource, context }: Request,
): boolean {
  const matches = (patterns: string | string[] | undefined, value: string) =>
    listOf(patterns).some((pattern) => isLike(value, filled(pattern, context)));
  const isAction = Action === undefined ? !matches(NotAction, action) : matches(Action, action);
  const isResource = Resource === undefined ? !matches(NotResource, resource) : matches(Resource, resource);
  return (
    isAction && isResource && Object.entries(Condition).every(([operator, keys]) => holds(operator, keys, context))
  );
}

function holds(operator: string, keys: Record<string, string | string[]>, context: Record<string, string>): boolean {
  if (operator !== 'BoolIfExists') throw new Error(`${operator} is not evaluated here.`);
  return Object.entries(keys).every(([key, value]) => context[key] === undefined || context[key] === value);
}

const filled = (pattern: string, context: Record<string, string>) =>
  pattern.replace(/\$\{([^}]+)\}/g, (_, key) => context[key] ?? '');

function isLike(value: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(value);
}
