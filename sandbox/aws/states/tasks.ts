import { z } from 'zod';
import type { Faults } from '../faults.ts';
import type { IamAccount } from '../iam/accounts.ts';
import { iam, isIamAction } from '../iam/iam.ts';
import { accessDenied, assumeRole, authorize } from '../iam/roles.ts';
import { isTooLarge, type Json, type JsonObject } from '../json.ts';
import { makePassword, randomPasswordRequest } from '../secrets.ts';
import { dataLimitExceeded, serviceError, TaskError } from '../task-error.ts';
import { AwsError } from '../wire.ts';
import { type CheckTask, tokenPlaceholder } from './definition.ts';
import type { Entry, Execution } from './executions.ts';
import type { Machine } from './machines.ts';
import type { Tokens } from './tokens.ts';

/** Where a task runs: which execution calls, with which role, and until when. */
export type TaskScope = {
  machine: Machine;
  executionArn: string;
  roleArn: string | undefined;
  /** Aborts when the execution is stopped or the state's time is over. */
  signal: AbortSignal;
};

export type RunTask = (resource: string, parameters: JsonObject, scope: TaskScope) => Promise<Json>;

type Task = { parameters: string[]; run(parameters: JsonObject, scope: TaskScope): Json | Promise<Json> };

export type Call = { accountId: string; action: string; params: JsonObject };

const sendMessage = z.object({ QueueUrl: z.string(), MessageBody: z.json() });
const startExecution = z.object({ StateMachineArn: z.string(), Input: z.json(), Name: z.string().optional() });

/** What the Task states of the definitions can call. */
export function createTasks(world: {
  homeAccount: string;
  managementAccount: string;
  accounts: Map<string, IamAccount>;
  tokens: Tokens;
  faults: Faults;
  send(queueUrl: string, body: string): void;
  start(machineArn: string, input: string, name?: string): Execution;
}) {
  const calls: Call[] = [];
  const passwords: string[] = [];

  const record = (accountId: string, action: string, { Password, ...params }: JsonObject): void => {
    calls.push({ accountId, action, params: Password === undefined ? params : { ...params, Password: 'hidden' } });
  };

  const home: Record<string, Task> = {
    'secretsmanager:getRandomPassword': {
      parameters: Object.keys(randomPasswordRequest.shape),
      run(parameters) {
        record(world.homeAccount, 'secretsmanager:getRandomPassword', parameters);
        const request = randomPasswordRequest.safeParse(parameters);
        const password = request.success ? makePassword(request.data) : undefined;
        if (!password) {
          const text = 'The password length or the characters left out leave no password.';
          throw serviceError('SecretsManager', 'InvalidParameterException', 400, text);
        }
        passwords.push(password);
        return { RandomPassword: password };
      },
    },

    'sqs:sendMessage.waitForTaskToken': {
      parameters: Object.keys(sendMessage.shape),
      run(parameters, { signal }) {
        const { QueueUrl, MessageBody } = sendMessage.parse(parameters);
        const template = typeof MessageBody === 'string' ? MessageBody : JSON.stringify(MessageBody);
        const { token, answer } = world.tokens.open(signal);
        const body = template.replaceAll(tokenPlaceholder, token);
        if (isTooLarge(body)) throw dataLimitExceeded('sqs:sendMessage');
        record(world.homeAccount, 'sqs:sendMessage', { QueueUrl, MessageBody });
        try {
          world.send(QueueUrl, body);
        } catch (err) {
          throw err instanceof AwsError ? serviceError('SQS', err.name, err.status, err.message) : err;
        }
        return answer;
      },
    },

    'states:startExecution.sync:2': {
      parameters: Object.keys(startExecution.shape),
      async run(parameters, { signal }) {
        const { StateMachineArn, Input, Name } = startExecution.parse(parameters);
        record(world.homeAccount, 'states:startExecution', { StateMachineArn, Input });
        const execution = world.start(StateMachineArn, JSON.stringify(Input), Name);
        const stop = () => execution.stop();
        signal.addEventListener('abort', stop, { once: true });
        await execution.ended;
        signal.removeEventListener('abort', stop);
        if (signal.aborted) throw signal.reason;
        return resultOf(execution.entry);
      },
    },
  };

  const inMember =
    (action: string) =>
    (parameters: JsonObject, { machine, executionArn, roleArn }: TaskScope): Json => {
      if (!isIamAction(action)) throw new Error(`iam:${action} is not part of the sandbox.`);
      const session = executionArn.split(':').at(-1);
      const arn = `arn:aws:sts::${world.homeAccount}:assumed-role/boarding-pass-${machine.name}/${session}`;
      record(/::(\d{12}):/.exec(roleArn ?? '')?.[1] ?? world.homeAccount, `iam:${action}`, parameters);
      if (!roleArn) throw accessDenied(arn, action, '*');
      const account = assumeRole(world, roleArn, { machine: machine.name, arn });
      authorize(account, roleArn, action, parameters);
      return iam[action].run(account, parameters);
    };

  const taskOf = (resource: string): Task | undefined => {
    const [service, action = ''] = resource.split(':');
    if (service === 'iam' && isIamAction(action)) return { parameters: iam[action].parameters, run: inMember(action) };
    return Object.hasOwn(home, resource) ? home[resource] : undefined;
  };

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
    const planted = (name: string) => new TaskError(name, 'A fault that a test planted.');
    return world.faults.around(action, planted, async () => task.run(parameters, scope));
  };

  return { run, checkTask, calls, passwords };
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html: `.sync:2` gives the output parsed. */
function resultOf(entry: Entry): Json {
  const { executionArn, machine, name, status, input, output, error, cause, startDate, stopDate } = entry;
  const described = {
    ExecutionArn: executionArn,
    Input: input ?? '',
    Name: name,
    StartDate: startDate.getTime(),
    StateMachineArn: machine.arn,
    Status: status,
    StopDate: (stopDate ?? startDate).getTime(),
  };
  if (status === 'SUCCEEDED')
    return { ...described, Input: JSON.parse(input ?? '{}'), Output: JSON.parse(output ?? 'null') };
  throw new TaskError('States.TaskFailed', JSON.stringify({ ...described, Error: error, Cause: cause }));
}
