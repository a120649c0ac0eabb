import type { Json, JsonObject } from '../../../sandbox/aws/json.ts';
import { interpret, type Outcome } from '../../../sandbox/aws/states/interpreter.ts';
import { arnOfMachine, loadMachines, type MachineName } from '../../../sandbox/aws/states/machines.ts';
import type { RunTask } from '../../../sandbox/aws/states/task.ts';
import { accounts, home } from '../../manifests/stacks.ts';
import { type Connection, type Moto, region } from './moto.ts';
import { asTaskError, callAsTask, checkAgainstModel } from './sdk-tasks.ts';
import { standIns } from './stand-ins.ts';

/** A call of a state machine, and the account that it went to. */
export type Call = { account: string; action: string; parameters: JsonObject };

const unanswered = ['sqs:sendMessage.waitForTaskToken', 'states:startExecution.sync:2'];

/**
 * The machines as shipped, in the sandbox's interpreter; what they call is moto.
 * @param answered changes what moto has answered, where it never answers what a test needs
 */
export function createMachines(moto: Moto, answered: (resource: string, answer: Json) => Json = (_, answer) => answer) {
  const machines = loadMachines(home, (resource, parameters) =>
    unanswered.includes(resource) ? undefined : checkAgainstModel(resource, parameters),
  );
  const calls: Call[] = [];

  const runTask =
    (own: Connection): RunTask =>
    async (resource, parameters, { machine, roleArn }) => {
      const account = /::(\d{12}):/.exec(roleArn ?? '')?.[1] ?? accounts.home;
      calls.push({ account, action: resource, parameters });
      const connection = roleArn
        ? await moto.assume(roleArn, own, { ExternalId: machine.arn }).catch((err: unknown) => {
            throw asTaskError('Sts', err);
          })
        : own;
      const standIn = standIns[resource];
      if (standIn) return standIn(parameters, connection);
      const answer = answered(resource, await callAsTask(resource, parameters, connection));
      // moto forgets that a new password must be changed, but not that an updated one must: it is told twice.
      if (resource === 'iam:createLoginProfile') await callAsTask('iam:updateLoginProfile', parameters, connection);
      return resource === 'iam:getUser' ? withBoundary(answer, account) : answer;
    };

  /** moto keeps no boundary of a user: that of the call that made them is put back into its answers. */
  function withBoundary(answer: Json, account: string): Json {
    const { User } = answer as { User: JsonObject };
    const made = calls.find(
      ({ account: there, action, parameters }) =>
        there === account && action === 'iam:createUser' && parameters.UserName === User.UserName,
    );
    const PermissionsBoundaryArn = made?.parameters.PermissionsBoundary;
    return PermissionsBoundaryArn ? { User: { ...User, PermissionsBoundary: { PermissionsBoundaryArn } } } : answer;
  }

  /** Runs a machine to its end, by the role that it has at home. */
  async function runAs(own: Connection, name: MachineName, input: Json): Promise<Outcome> {
    const machine = machines.get(arnOfMachine(region, accounts.home, name));
    if (!machine) throw new Error(`There is no machine ${name}.`);
    return interpret(machine, {
      executionArn: machine.arn.replace(':stateMachine:', ':execution:'),
      name: 'test',
      input,
      retryDelay: 1,
      waitDelay: 1,
      signal: new AbortController().signal,
      runTask: runTask(own),
      record: undefined,
    });
  }

  return {
    calls,
    runAs,
    run: async (name: MachineName, input: Json): Promise<Outcome> =>
      runAs(await moto.assume(`arn:aws:iam::${accounts.home}:role/boarding-pass-${name}`), name, input),
  };
}

/** What a machine gives, if it succeeds. */
export function outputOf(outcome: Outcome): unknown {
  if (outcome.status !== 'SUCCEEDED') throw new Error(JSON.stringify(outcome));
  return JSON.parse(outcome.output);
}
