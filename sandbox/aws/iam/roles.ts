import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../json.ts';
import type { TaskScope } from '../states/task.ts';
import { serviceError, type TaskError } from '../task-error.ts';
import type { IamAccount, MemberRole } from './account.ts';
import { iamError } from './action.ts';
import type { IamActionName } from './iam.ts';
import { evaluate } from './policy/evaluate.ts';
import { contextOf, resourceOf, tagsOf } from './request-context.ts';

/** Who calls from home: a machine's own role, with its session as AWS names it in refusals. */
export type Caller = {
  principal: string;
  session: string;
  /** Step Functions gives the ARN of the machine. */
  externalId: string;
};

/** A role that was assumed, and the account where it may do what it allows. */
export type Session = { account: IamAccount; role: MemberRole };

/** How Step Functions calls for a machine of the home account. */
export function callerOf(homeAccount: string, { machine, executionArn }: TaskScope): Caller {
  const role = `boarding-pass-${machine.name}`;
  return {
    principal: `arn:aws:iam::${homeAccount}:role/${role}`,
    session: `arn:aws:sts::${homeAccount}:assumed-role/${role}/${executionArn.split(':').at(-1)}`,
    externalId: machine.arn,
  };
}

/** The name of somebody who assumed a role. */
export const nameInAccount = ({ account, role }: Session): string =>
  `arn:aws:sts::${account.account.id}:assumed-role/${role.name}/${randomUUID()}`;

/** Steps from the home account into the account of the role if the role trusts the caller; else refuses as STS does. */
export function assumeRole(accounts: ReadonlyMap<string, IamAccount>, roleArn: string, caller: Caller): Session {
  const account = accounts.get(accountIn(roleArn));
  const role = account?.stack().roles.get(roleArn);
  const context = {
    'aws:PrincipalArn': caller.principal,
    'aws:PrincipalAccount': accountIn(caller.principal),
    'sts:ExternalId': caller.externalId,
  };
  const request = { action: 'sts:AssumeRole', resource: roleArn, context };
  // The roles of an account stay when it is suspended; nobody gets them.
  if (account?.account.state !== 'ACTIVE' || !role || evaluate(role.trust, request) !== 'allowed') {
    // The name is not documented, and this one is a guess.
    const text = `User: ${caller.session} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`;
    throw serviceError('Sts', 'StsException', 403, text);
  }
  return { account, role };
}

/** Lets a call through that the role allows, and refuses every other as IAM does. */
export function authorize(session: Session, action: IamActionName, parameters: JsonObject): void {
  const { account, role } = session;
  const resource = resourceOf(account, action, parameters);
  const context = contextOf(account, action, parameters);
  const caller = nameInAccount(session);
  // To tag who is created takes a permission of its own.
  const needed = action === 'createUser' && tagsOf(parameters).length > 0 ? [action, 'tagUser'] : [action];
  for (const each of needed) {
    const answer = evaluate(role.permissions, { action: operationOf(each), resource, context });
    if (answer !== 'allowed') throw accessDenied(caller, each, resource);
  }
}

export function accessDenied(caller: string, action: string, resource: string): TaskError {
  const operation = operationOf(action);
  const text = `User: ${caller} is not authorized to perform: ${operation} on resource: ${resource}`;
  return iamError('IamException', 403, `${text} because no identity-based policy allows the ${operation} action`);
}

const operationOf = (action: string): string => `iam:${action.charAt(0).toUpperCase()}${action.slice(1)}`;

const accountIn = (arn: string): string => arn.split(':')[4] ?? '';
