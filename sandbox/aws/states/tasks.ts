import type { IdentityCenter } from '../../identity-center/center.ts';
import { centerResources, createCenterTasks } from '../../identity-center/tasks.ts';
import type { Faults } from '../faults.ts';
import type { IamAccount } from '../iam/account.ts';
import { type IamActionName, iam, isIamAction } from '../iam/iam.ts';
import { accessDenied, assumeRole, authorize, callerOf } from '../iam/roles.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Lines } from '../lines.ts';
import type { Bucket } from '../s3.ts';
import type { Sending } from '../sqs/queues.ts';
import { TaskError } from '../task-error.ts';
import type { Operations } from '../wire.ts';
import { callOverLine } from './call-over-line.ts';
import type { Execution } from './executions.ts';
import { createHomeTasks } from './home-tasks.ts';
import { createReadingTasks } from './reading-tasks.ts';
import type { CheckTask } from './rewrite.ts';
import type { RunTask, Task, TaskScope } from './task.ts';
import type { Tokens } from './tokens.ts';

export type Call = { accountId: string; action: string; params: JsonObject };

type World = {
  homeAccount: string;
  accounts: Map<string, IamAccount>;
  tokens: Tokens;
  faults: Faults;
  organizations: Operations;
  profiles: Bucket;
  center: IdentityCenter;
  lines: Lines;
  send(queueUrl: string, message: Sending): Promise<void>;
  start(machineArn: string, input: string, name?: string): Execution;
};

/** What the Task states of the definitions can call. */
export function createTasks(world: World) {
  const calls: Call[] = [];
  const passwords: string[] = [];
  const record: RecordCall = (accountId, action, { Password, ...params }) => {
    calls.push({ accountId, action, params: Password === undefined ? params : { ...params, Password: 'hidden' } });
  };
  const { taskOf, resources } = createFinder(world, passwords, record);

  const checkTask: CheckTask = (resource, names) => {
    const task = taskOf(resource);
    if (!task) return `the resource ${resource} is not part of the sandbox.`;
    const unknown = names.filter((name) => !task.parameters.includes(name));
    return unknown.length > 0 ? `${resource} has no parameter ${unknown.join(', ')}.` : undefined;
  };

  const run: RunTask = async (resource, parameters, scope) => {
    const task = taskOf(resource);
    if (!task) throw new Error(`${resource} is not part of the sandbox.`);
    const action = resource.split('.')[0] ?? resource;
    const [service = '', operation = ''] = action.split(':');
    const planted = (name: string, cause: string) => new TaskError(name, cause);
    const call = () =>
      world.faults.around(action, planted, async () => {
        scope.signal.throwIfAborted();
        return task.run(parameters, scope);
      });
    if (!isOverLine(service)) return call();
    return callOverLine(service, world.lines.of(service).fateOf(operation), call);
  };

  return { run, checkTask, calls, passwords, resources };
}

/** Step Functions does not call itself over a line, and what it sends to SQS meets its fate on the way there. */
export const isOverLine = (service: string): boolean => service !== 'states' && service !== 'sqs';

type RecordCall = (accountId: string, action: string, parameters: JsonObject) => void;

/** Finds the task of a resource, and says which there are. */
function createFinder(world: World, passwords: string[], record: RecordCall) {
  const atHome = {
    ...world,
    passwords,
    record: (action: string, parameters: JsonObject) => record(world.homeAccount, action, parameters),
  };
  const home = { ...createHomeTasks(atHome), ...createReadingTasks(atHome) };
  const inCenter = createCenterTasks({ ...world, record });
  const taskOf = (resource: string): Task | undefined => {
    const [service, action = ''] = resource.split(':');
    if (service === 'iam' && isIamAction(action))
      return { parameters: iam[action].parameters, run: inMember(world, record, action) };
    return Object.hasOwn(home, resource) ? home[resource] : inCenter(resource);
  };
  return {
    taskOf,
    resources: [...Object.keys(home), ...Object.keys(iam).map((name) => `iam:${name}`), ...centerResources],
  };
}

/** A call of IAM with a role of the account where it is made. */
const inMember =
  ({ homeAccount, accounts }: World, record: RecordCall, action: IamActionName) =>
  (parameters: JsonObject, scope: TaskScope): Json => {
    const { roleArn } = scope;
    const caller = callerOf(homeAccount, scope);
    record(/::(\d{12}):/.exec(roleArn ?? '')?.[1] ?? homeAccount, `iam:${action}`, parameters);
    if (!roleArn) throw accessDenied(caller.session, action, '*');
    const assumed = assumeRole(accounts, roleArn, caller);
    authorize(assumed, action, parameters);
    return iam[action].run(assumed.account, parameters);
  };
