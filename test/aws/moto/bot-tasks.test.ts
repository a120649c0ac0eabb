import { CreateStateMachineCommand, DescribeExecutionCommand } from '@aws-sdk/client-sfn';
import { ReceiveMessageCommand, SendMessageCommand, SetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../../sandbox/acting/until.ts';
import { shipped } from '../../../sandbox/aws/states/machines.ts';
import type { TaskQueue } from '../../../src/aws/task-queue.ts';
import { checkMachine } from '../../../src/startup/checks/machine.ts';
import { readQueue } from '../../../src/startup/checks/queue.ts';
import type { Task, Tasks } from '../../../src/worker/task.ts';
import { createWorker } from '../../../src/worker/worker.ts';
import { homeWith, resourceOf } from '../../manifests/stacks.ts';
import { type Bot, createBot, request } from './bot.ts';
import { deployHome } from './deploy.ts';
import { useMoto } from './moto.ts';

// The real definition in moto's own interpreter, as far as that goes: it has tasks with tokens, but no nested executions,
// it calls whatever it calls in the account below, and a server runs one execution in its life.

const account = '123456789012';
const name = 'boarding-pass-onboarding';
const moto = useMoto();
let bot: Bot;
let queue: TaskQueue;
const done: { task: string; token: string; input: unknown }[] = [];
const stop = new AbortController();
let worked: Promise<void> | undefined;

beforeAll(async () => {
  if (!moto.isThere) return;
  const admin = await moto.admin(account);
  await deployHome(admin);
  bot = createBot(moto, admin, account);
  await moto.control('config', JSON.stringify({ stepfunctions: { execute_state_machine: true } }));
  // What CloudFormation made is not among those that moto executes.
  const { properties } = resourceOf(homeWith({}, { account }), 'Onboarding');
  const values = { ...(properties.DefinitionSubstitutions as object), TaskQueueUrl: bot.config.queueUrl };
  const filled = Object.entries(values).reduce(
    (text, [key, value]) => text.replaceAll(`\${${key}}`, value),
    shipped('onboarding'),
  );
  await bot.clients.sfn.send(
    new CreateStateMachineCommand({
      name,
      definition: filled,
      roleArn: `arn:aws:iam::${account}:role/${name}`,
    }),
  );
  queue = await readQueue(bot.clients.sqs, bot.config.queueUrl);
  // Seconds that a message stays hidden that nobody could answer: the test of dead letters waits for them.
  worked = work({ ...queue, visibilityTimeout: 1 });
});
afterAll(async () => {
  stop.abort();
  await worked;
});

function work(queue: TaskQueue): Promise<void> {
  const does =
    (task: string): Task<unknown> =>
    async (input, { token }) => {
      done.push({ task, token, input });
      return { users: [], setAside: [], involved: [] };
    };
  const tasks = { resolve: does('resolve'), 'execution-ended': does('execution-ended') } as unknown as Tasks;
  const { metrics, workflow, log, clients } = bot;
  return createWorker({ queue, sqs: clients.sqs, polling: clients.polling, workflow, tasks, metrics, log }).run(
    stop.signal,
  );
}

test('the bot reads from the queue how it treats messages', () => {
  expect(queue).toMatchObject({ maxReceives: 1000, visibilityTimeout: 30 });
});

test('a queue that is not there is told with the remedy', async () => {
  await expect(readQueue(bot.clients.sqs, `${bot.config.queueUrl}-not`)).rejects.toThrow('set TASK_QUEUE_URL');
});

test('a standard queue, which may give one message to two bots at once, is told with the remedy', async () => {
  const standard = bot.config.queueUrl.replace('boarding-pass-tasks.fifo', 'boarding-pass-events-dead-letters');
  await expect(readQueue(bot.clients.sqs, standard)).rejects.toThrow('is not a FIFO queue: set TASK_QUEUE_URL');
});

test('the machine that is there passes the check at the start; of one that is not the remedy is told', async () => {
  const machine = { variable: 'ONBOARDING_STATE_MACHINE_ARN', arn: bot.config.machines.onboardingArn } as const;
  await checkMachine(bot.clients.sfn, { ...machine, type: 'STANDARD' }, bot.log);
  const other = { ...machine, arn: `${machine.arn}-not`, type: 'STANDARD' } as const;
  await expect(checkMachine(bot.clients.sfn, other, bot.log)).rejects.toThrow(
    'deploy manifests/aws/boarding-pass.yaml',
  );
});

test('a request becomes a task in the queue, and its answer gets back to the execution by its token', async () => {
  await bot.workflow.start(request('V01'));

  const { token, input } = await until('the task', () => done.find(({ task }) => task === 'resolve'));

  expect(input).toMatchObject(request('V01'));
  // moto starts no nested execution: its execution of the definition ends in the state after the first.
  const executionArn = `arn:aws:states:eu-west-1:${account}:execution:${name}:V01`;
  await until('the end', async () => {
    const { status } = await bot.clients.sfn.send(new DescribeExecutionCommand({ executionArn }));
    return status === 'FAILED';
  });
  expect(await bot.workflow.succeed(token, {})).toBe(false);
});

test('an answer to a token that was never given is told apart from trouble', async () => {
  expect(await bot.workflow.succeed('nobody gave this', {})).toBe(false);
  expect(await bot.workflow.fail('nobody gave this', 'Failed', 'why')).toBe(false);
});

test('a message that is no task goes to the dead letters, and nobody else waits for it', async () => {
  const { sqs } = bot.clients;
  const deadLetterTargetArn = `arn:aws:sqs:eu-west-1:${account}:boarding-pass-tasks-dead-letters.fifo`;
  // A thousand receives take moto longer than a test may.
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 20 });
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl: bot.config.queueUrl, Attributes: { RedrivePolicy } }));
  await send('no task at all');
  const QueueUrl = `${moto.url}/${account}/boarding-pass-tasks-dead-letters.fifo`;
  await until('the dead letter', async () => {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 0 }));
    return Messages.some(({ Body }) => Body === 'no task at all');
  });
});

test('an end that EventBridge tells of is taken as the task that it is', async () => {
  const execution = `arn:aws:states:eu-west-1:${account}:execution:${name}:V01`;
  await send(JSON.stringify({ task: 'execution-ended', execution, input: { status: 'FAILED' } }));
  await until('the task', () => done.some(({ task }) => task === 'execution-ended'));
});

const send = (MessageBody: string) =>
  bot.clients.sqs.send(
    new SendMessageCommand({ QueueUrl: bot.config.queueUrl, MessageBody, MessageGroupId: 'a-group' }),
  );
