import { hold } from './conditions.ts';
import { type Context, readContext, type ValuesOf } from './context.ts';
import { isAction, isResource } from './patterns.ts';
import { listOf, type Statement } from './statement.ts';

/** Who asks is in the context, as `aws:PrincipalArn` and `aws:PrincipalAccount`. */
export type Request = { action: string; resource: string; context: Context };

/** What IAM makes of a request by one policy: a denial always wins. */
export function evaluate(statements: Statement[], request: Request): 'allowed' | 'denied' | 'not allowed' {
  const valuesOf = readContext(request.context);
  const effects = statements.filter((statement) => applies(statement, request, valuesOf)).map(({ Effect }) => Effect);
  if (effects.includes('Deny')) return 'denied';
  return effects.includes('Allow') ? 'allowed' : 'not allowed';
}

/** The first of several resources that is not allowed; undefined if all are, which a call on several needs. */
export function evaluateAll(
  statements: Statement[],
  { resources, ...request }: Omit<Request, 'resource'> & { resources: string[] },
): { resource: string; answer: 'denied' | 'not allowed' } | undefined {
  for (const resource of resources) {
    const answer = evaluate(statements, { ...request, resource });
    if (answer !== 'allowed') return { resource, answer };
  }
  return undefined;
}

function applies(statement: Statement, { action, resource }: Request, valuesOf: ValuesOf): boolean {
  const { Principal, Action, NotAction, Resource, NotResource, Condition = {} } = statement;
  const isOneOf = (patterns: string | string[], value: string, isLike: typeof isAction) =>
    listOf(patterns).some((pattern) => isLike(value, pattern, valuesOf));
  return (
    (Principal === undefined || isPrincipal(Principal, valuesOf)) &&
    (Action === undefined || isOneOf(Action, action, isAction)) &&
    (NotAction === undefined || !isOneOf(NotAction, action, isAction)) &&
    // The policy of a role says whom it trusts, and names no resource.
    (Resource === undefined || isOneOf(Resource, resource, isResource)) &&
    (NotResource === undefined || !isOneOf(NotResource, resource, isResource)) &&
    hold(Condition, valuesOf)
  );
}

/** The root of an account stands for everybody in it. Services and federated people do not ask here. */
function isPrincipal(principal: NonNullable<Statement['Principal']>, valuesOf: ValuesOf): boolean {
  if (typeof principal === 'string') return principal === '*';
  const [account] = valuesOf('aws:PrincipalAccount');
  const [arn] = valuesOf('aws:PrincipalArn');
  return listOf(principal.AWS).some((each) => {
    const [, whole] = /^(?:arn:[^:]+:iam::)?(\d{12})(?::root)?$/.exec(each) ?? [];
    return each === '*' || (whole === undefined ? each === arn : whole === account);
  });
}
