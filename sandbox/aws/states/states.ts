import { randomUUID } from 'node:crypto';
import type { Faults } from '../faults.ts';
import type { IamAccount } from '../iam/accounts.ts';
import { isTooLarge } from '../json.ts';
import { taskQueueName } from '../sqs.ts';
import { dataLimitExceeded, TaskError } from '../task-error.ts';
import { createExecutions, type Entry } from './executions.ts';
import { arnOfMachine, loadMachines, type Machine, type MachineName } from './machines.ts';
import { createStatesService } from './service.ts';
import { createTasks } from './tasks.ts';
import { createTokens } from './tokens.ts';

/** Step Functions with the machines that boarding-pass ships. */
export function createStates(
  world: {
    region: string;
    homeAccount: string;
    accounts: Map<string, IamAccount>;
    faults: Faults;
    send(queueUrl: string, body: string): void;
  },
  { retryDelay, onChange }: { retryDelay: number; onChange(): void },
) {
  const { region, homeAccount } = world;
  const tokens = createTokens();
  const tasks = createTasks({
    ...world,
    tokens,
    start(machineArn, input, name = randomUUID()) {
      const machine = machines.get(machineArn);
      if (!machine) throw new TaskError('StepFunctions.StateMachineDoesNotExistException', machineArn);
      if (isTooLarge(input)) throw dataLimitExceeded('states:startExecution');
      return executions.start(machine, input, name);
    },
  });
  const taskQueueUrl = `https://sqs.${region}.amazonaws.com/${homeAccount}/${taskQueueName}`;
  const machines = loadMachines({ region, account: homeAccount, taskQueueUrl }, tasks.checkTask);
  const executions = createExecutions({
    retryDelay,
    runTask: tasks.run,
    onChange,
    onEnd(entry) {
      const message = messageOfEnd(entry);
      if (message) world.send(taskQueueUrl, JSON.stringify(message));
    },
  });

  return {
    service: createStatesService(machines, executions, tokens),
    arnOf: (name: MachineName) => arnOfMachine(region, homeAccount, name),
    executions: executions.all,
    machines: (): Machine[] => [...machines.values()],
    passwords: tasks.passwords,
    calls: tasks.calls,
    stop: executions.stop,
  };
}

/** What the rule `boarding-pass-execution-ended` of EventBridge makes of an end; of most ends, nothing. */
function messageOfEnd({ machine, executionArn, status }: Entry): object | undefined {
  if (machine.name !== 'onboarding' || !['FAILED', 'TIMED_OUT', 'ABORTED'].includes(status)) return undefined;
  return { task: 'execution-ended', execution: executionArn, input: { status } };
}
