import { randomUUID } from 'node:crypto';
import type { IdentityCenter } from '../../identity-center/center.ts';
import type { Stack } from '../cloudformation/stack.ts';
import type { Faults } from '../faults.ts';
import type { IamAccount } from '../iam/account.ts';
import { isTooLarge } from '../json.ts';
import type { Lines } from '../lines.ts';
import type { Bucket } from '../s3.ts';
import type { Sending } from '../sqs/queues.ts';
import { dataLimitExceeded, TaskError } from '../task-error.ts';
import type { Operations } from '../wire.ts';
import { createEnds } from './ends.ts';
import { createExecutions } from './executions.ts';
import { arnOfMachine, loadMachines, type Machine, type MachineName } from './machines.ts';
import { createStatesService } from './service.ts';
import { createTasks } from './tasks.ts';
import { createTokens } from './tokens.ts';

/** Milliseconds instead of the time that a definition says; or that time itself. */
export type Delay = number | 'as written';

const inMilliseconds = (delay: Delay) => (delay === 'as written' ? undefined : delay);

/** Step Functions with the machines that boarding-pass ships. */
export function createStates(
  world: {
    region: string;
    homeAccount: string;
    /** The stack of the shipped template. */
    stack: Stack;
    accounts: Map<string, IamAccount>;
    faults: Faults;
    organizations: Operations;
    profiles: Bucket;
    center: IdentityCenter;
    lines: Lines;
    later(ms: number, work: () => void): void;
    send(queueUrl: string, message: Sending): Promise<void>;
  },
  { retryDelay, waitDelay, onChange }: { retryDelay: Delay; waitDelay: Delay; onChange(): void },
) {
  const { region, homeAccount, stack } = world;
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
  const machines = loadMachines(stack, tasks.checkTask);
  const messagesOf = createEnds(stack);
  const executions = createExecutions({
    retryDelay: inMilliseconds(retryDelay),
    waitDelay: inMilliseconds(waitDelay),
    runTask: tasks.run,
    onChange,
    onEnd(entry) {
      for (const { queueArn, ...message } of messagesOf(entry)) tell(urlOfQueue(queueArn), message);
    },
  });

  /** EventBridge tries for a day: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html */
  const tell = (queueUrl: string, message: Sending): void =>
    void world.send(queueUrl, message).catch((err: unknown) => {
      if (!(err instanceof TaskError)) throw err;
      world.later(EVENT_RETRY_MS, () => tell(queueUrl, message));
    });

  return {
    service: createStatesService(machines, executions, tokens),
    arnOf: (name: MachineName) => arnOfMachine(region, homeAccount, name),
    executions: executions.all,
    machines: (): Machine[] => [...machines.values()],
    passwords: tasks.passwords,
    calls: tasks.calls,
    /** Every resource that a Task may name. */
    resources: tasks.resources,
    runOut: (request: string) =>
      tokens.runOut(
        `${arnOfMachine(region, homeAccount, 'onboarding').replace(':stateMachine:', ':execution:')}:${request}`,
      ),
    stop: executions.stop,
  };
}

const EVENT_RETRY_MS = 1_000;

const urlOfQueue = (arn: string): string => {
  const [region, account, name] = arn.split(':').slice(3);
  return `https://sqs.${region}.amazonaws.com/${account}/${name}`;
};
