import { AwsError } from '../aws/aws-error.ts';
import type { IamAccount } from '../aws/iam/account.ts';
import { evaluateAll } from '../aws/iam/policy/evaluate.ts';
import { assumeRole, callerOf, nameInAccount, type Session } from '../aws/iam/roles.ts';
import type { Json, JsonObject } from '../aws/json.ts';
import type { Task } from '../aws/states/task.ts';
import { serviceError } from '../aws/task-error.ts';
import type { IdentityCenter } from './center.ts';
import { denied } from './error.ts';
import { identitystore, ssoadmin } from './operations.ts';

/** By the name in a resource: what Step Functions puts before an error's name, and what a policy before an action's. */
const services = {
  identitystore: { operations: identitystore, errors: 'Identitystore', actions: 'identitystore' },
  ssoadmin: { operations: ssoadmin, errors: 'SsoAdmin', actions: 'sso' },
};

/** Every one that a machine could call. */
export const centerResources: string[] = Object.entries(services).flatMap(([service, { operations }]) =>
  Object.keys(operations).map((action) => `${service}:${action}`),
);

/** What a machine calls through a role in the account that administers the Identity Center. */
export function createCenterTasks(world: {
  center: IdentityCenter;
  accounts: ReadonlyMap<string, IamAccount>;
  homeAccount: string;
  record(accountId: string, action: string, parameters: JsonObject): void;
}) {
  const { center, accounts, homeAccount } = world;

  return (resource: string): Task | undefined => {
    const [service = '', action = ''] = resource.split(':');
    if (!Object.hasOwn(services, service)) return undefined;
    const { operations, errors, actions } = services[service as keyof typeof services];
    const operation = Object.hasOwn(operations, action) ? operations[action] : undefined;
    if (!operation) return undefined;
    const operationName = `${actions}:${action.charAt(0).toUpperCase()}${action.slice(1)}`;

    const call = (parameters: JsonObject, session: Session): Json => {
      const account = session.account.account.id;
      const { resources, run } = operation.prepare(center, parameters);
      authorize(session, operationName, resources);
      const isDelegate = account === center.described.administratorAccount && center.settings.isDelegated;
      if (account !== center.owner && !isDelegate) throw denied('The account does not administer the instance.');
      const may = (action: string, resource: string) =>
        evaluateAll(session.role.permissions, { action, resources: [resource], context: {} }) === undefined;
      return JSON.parse(JSON.stringify(run({ account, may })));
    };

    return {
      parameters: operation.parameters,
      run(parameters, scope) {
        const { roleArn } = scope;
        const caller = callerOf(homeAccount, scope);
        world.record(/::(\d{12}):/.exec(roleArn ?? '')?.[1] ?? homeAccount, resource, parameters);
        try {
          if (!roleArn) throw denied(`User: ${caller.session} is not authorized to perform: ${operationName}`);
          return call(parameters, assumeRole(accounts, roleArn, caller));
        } catch (err) {
          throw err instanceof AwsError ? serviceError(errors, err.name, err.status, err.message) : err;
        }
      },
    };
  };
}

/** All of the resources have to be allowed, and none denied: aws-samples and le-tf-infra-aws#874 saw two named at once. */
function authorize(session: Session, action: string, resources: string[]): void {
  const refused = evaluateAll(session.role.permissions, { action, resources, context: {} });
  if (!refused) return;
  const why = refused.answer === 'denied' ? 'with an explicit deny in an' : 'because no';
  const rest =
    refused.answer === 'denied' ? 'identity-based policy' : `identity-based policy allows the ${action} action`;
  throw denied(
    `User: ${nameInAccount(session)} is not authorized to perform: ${action} on resource: ${refused.resource} ${why} ${rest}`,
  );
}
