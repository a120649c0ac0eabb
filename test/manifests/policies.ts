import type { Resource, Stack } from '../../sandbox/aws/cloudformation/stack.ts';
import { type Conditions, listOf, type Statement, statementsOf } from '../../sandbox/aws/iam/policy/statement.ts';

/** One action on one resource, under conditions that must all hold. */
export type Permission = { action: string; on: string; when?: Conditions };

export const on = (resource: string, ...actions: string[]): Permission[] =>
  actions.map((action) => ({ action, on: resource }));

/** What a role may do, and what it may not whatever else is allowed, each as lines. */
export type Role = { name: string; arn: string; trust: Statement[]; permissions: string[]; denials: string[] };

/** The roles of a stack with all that they allow: by policies of their own, and by the stack's that are attached to them. */
export function rolesOf({ resources }: Stack): Role[] {
  const documents = new Map(
    resources
      .filter(({ type }) => type === 'AWS::IAM::ManagedPolicy')
      .map(({ arn, properties }) => [arn, properties.PolicyDocument]),
  );
  return resources.filter(({ type }) => type === 'AWS::IAM::Role').map((role) => readRole(role, documents));
}

function readRole({ ref, arn, properties }: Resource, documents: Map<string, unknown>): Role {
  const {
    RoleName,
    Description,
    AssumeRolePolicyDocument: trust,
    ManagedPolicyArns = [],
    Policies,
    ...others
  } = properties;
  if (Object.keys(others).length > 0) throw new Error(`${ref}: nobody reads what ${Object.keys(others)} allows.`);
  const attached = (ManagedPolicyArns as string[]).map((policy) => {
    if (!documents.has(policy)) throw new Error(`${ref}: nobody reads what ${policy} allows.`);
    return documents.get(policy);
  });
  const own = (Policies as { PolicyDocument: unknown }[]).map(({ PolicyDocument }) => PolicyDocument);
  const statements = [...own, ...attached].flatMap(statementsOf);
  const linesOf = (effect: Statement['Effect']) =>
    statements
      .filter(({ Effect }) => Effect === effect)
      .flatMap(permissionsIn)
      .map(told)
      .toSorted();
  return {
    name: ref,
    arn,
    trust: statementsOf(typeof trust === 'string' ? JSON.parse(trust) : trust),
    permissions: linesOf('Allow'),
    denials: linesOf('Deny'),
  };
}

/** A statement, permission by permission; where a condition names several values, each of them is enough. */
function permissionsIn(statement: Statement): Permission[] {
  const { Sid, Effect: _, Action, Resource, Condition = {}, ...others } = statement;
  if (Object.keys(others).length > 0) throw new Error(`${Sid}: a role's policy allows and denies by name.`);
  const conditions = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) =>
      (operator.startsWith('ForAllValues:') ? [values] : listOf(values)).map((value) => ({ operator, key, value })),
    ),
  );
  return listOf(Action).flatMap((action) =>
    listOf(Resource).flatMap((on) => product(conditions).map((all) => ({ action, on, when: gathered(all) }))),
  );
}

type Single = { operator: string; key: string; value: string | string[] };

const product = <T>(lists: T[][]): T[][] =>
  lists.reduce<T[][]>((rows, list) => rows.flatMap((row) => list.map((item) => [...row, item])), [[]]);

function gathered(all: Single[]): Conditions {
  const condition: Conditions = {};
  for (const { operator, key, value } of all) condition[operator] = { ...condition[operator], [key]: value };
  return condition;
}

/** A permission as a line, the same for the same permission. */
export function told({ action, on, when = {} }: Permission): string {
  const conditions = Object.entries(when).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, value]) => `${key} ${operator} ${listOf(value).toSorted().join(' | ')}`),
  );
  return [`${action} on ${on}`, ...conditions.toSorted()].join(', ');
}
