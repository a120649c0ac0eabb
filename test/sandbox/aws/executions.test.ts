import { createHash } from 'node:crypto';
import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  StartExecutionCommand,
  StartSyncExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { expect, test, vi } from 'vitest';
import { approval, request, resolved, startAws } from './world.ts';

test('a name is idempotent while the execution runs with the same input, and taken afterwards', async () => {
  const world = await startAws();
  const input = request();
  const first = await world.start(input, 'V01');

  expect(await world.start(input, 'V01')).toBe(first);
  await expect(world.start({ ...input, reason: 'another' }, 'V01')).rejects.toMatchObject({
    name: 'ExecutionAlreadyExists',
  });
  await world.sfn.send(new StopExecutionCommand({ executionArn: first }));
  await expect(world.start(input, 'V01')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
});

test('StartExecution refuses bad names, bad input and machines that are not there', async () => {
  const world = await startAws();
  const stateMachineArn = world.environment.ONBOARDING_STATE_MACHINE_ARN;
  const start = (more: object) => world.sfn.send(new StartExecutionCommand({ stateMachineArn, input: '{}', ...more }));

  await expect(start({ name: 'V 01' })).rejects.toMatchObject({ name: 'InvalidName' });
  await expect(start({ input: '{' })).rejects.toMatchObject({ name: 'InvalidExecutionInput' });
  const long = JSON.stringify({ reason: 'あ'.repeat(90_000) });
  await expect(start({ input: long })).rejects.toMatchObject({ name: 'InvalidExecutionInput' });
  const missing = { stateMachineArn: `${stateMachineArn}x` };
  await expect(start(missing)).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
  const sync = world.sfn.send(new StartSyncExecutionCommand({ stateMachineArn, input: '{}' }));
  await expect(sync).rejects.toMatchObject({ name: 'StateMachineTypeNotSupported' });
});

test('a machine tells its name, its type and that it is there', async () => {
  const { sfn, environment } = await startAws();
  const describe = (stateMachineArn: string | undefined) =>
    sfn.send(new DescribeStateMachineCommand({ stateMachineArn }));
  expect(await describe(environment.ISSUE_PASSWORD_STATE_MACHINE_ARN)).toMatchObject({
    name: 'boarding-pass-issue-password',
    type: 'EXPRESS',
    status: 'ACTIVE',
  });
  await expect(describe(`${environment.ONBOARDING_STATE_MACHINE_ARN}-2`)).rejects.toMatchObject({
    name: 'StateMachineDoesNotExist',
  });
});

test('a token is answered once; of 50 answers at once exactly one counts', async () => {
  const world = await startAws();
  await world.start(request());
  await world.answer((await world.nextTask('resolve')).token, resolved());
  await world.answer((await world.nextTask('announce')).token);
  await world.answer((await world.nextTask('acknowledge')).token);
  const waiting = await world.nextTask('await-decision');
  const { token } = waiting;
  expect(token.length).toBeGreaterThan(600);
  await world.sfn.send(new SendTaskHeartbeatCommand({ taskToken: token }));

  const clicks = Array.from({ length: 50 }, () => world.answer(token, approval(waiting)).catch((err) => err.name));
  const answers = await Promise.all(clicks);

  expect(answers.filter((answer) => answer === 'TaskTimedOut')).toHaveLength(49);
  const beat = world.sfn.send(new SendTaskHeartbeatCommand({ taskToken: token }));
  await expect(beat).rejects.toMatchObject({ name: 'TaskTimedOut' });
  await expect(world.answer('made up')).rejects.toMatchObject({ name: 'InvalidToken' });
});

test('a state that grows over 256 KiB ends the execution, whatever it catches', async () => {
  const world = await startAws();
  const executionArn = await world.start(request());
  const { token } = await world.nextTask('resolve');

  await world.answer(token, { ...resolved(), padding: 'x'.repeat(261_500) });

  expect(await world.over(executionArn)).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
});

test('a message over 256 KiB ends the execution, even where the state itself is not', async () => {
  const world = await startAws();
  const input = request();
  const room = 262_144 - Buffer.byteLength(JSON.stringify({ ...input, reason: '' }));

  const executionArn = await world.start({ ...input, reason: 'x'.repeat(room) });

  expect(await world.over(executionArn)).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  expect(world.aws.seen.queueBodies().filter((body) => !body.includes('execution-ended'))).toEqual([]);
});

test('an answer that is not JSON, or a cause that is too long, is refused and leaves the token open', async () => {
  const world = await startAws();
  await world.start(request());
  const { token } = await world.nextTask('resolve');

  const failure = new SendTaskFailureCommand({ taskToken: token, error: 'Boom', cause: 'x'.repeat(32_769) });
  await expect(world.sfn.send(failure)).rejects.toMatchObject({ name: 'ValidationException' });
  const big = { padding: 'x'.repeat(262_144) };
  await expect(world.answer(token, big)).rejects.toMatchObject({ name: 'InvalidOutput' });
  await world.answer(token, resolved());
  await world.nextTask('announce');
});

test('a stopped execution does nothing more, and its tokens are closed', async () => {
  const world = await startAws();
  const executionArn = await world.start(request());
  const { token } = await world.nextTask('resolve');

  await world.sfn.send(new StopExecutionCommand({ executionArn, error: 'Stopped', cause: 'by hand' }));

  expect(await world.describe(executionArn)).toMatchObject({ status: 'ABORTED', error: 'Stopped', cause: 'by hand' });
  await expect(world.answer(token, resolved())).rejects.toMatchObject({ name: 'TaskTimedOut' });
  const stateMachineArn = world.environment.ONBOARDING_STATE_MACHINE_ARN;
  const list = (statusFilter: 'ABORTED' | 'RUNNING') =>
    world.sfn.send(new ListExecutionsCommand({ stateMachineArn, statusFilter }));
  expect((await list('ABORTED')).executions).toMatchObject([{ executionArn, startDate: expect.any(Date) }]);
  expect((await list('RUNNING')).executions).toEqual([]);
});

test('executions are listed newest first, page by page', async () => {
  const world = await startAws();
  for (const name of ['a', 'b', 'c']) await world.start(request(), name);
  const stateMachineArn = world.environment.ONBOARDING_STATE_MACHINE_ARN;

  const first = await world.sfn.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 2 }));
  const { nextToken } = first;
  const second = await world.sfn.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 2, nextToken }));

  expect(first.executions?.map(({ name }) => name)).toEqual(['c', 'b']);
  expect(second.executions?.map(({ name }) => name)).toEqual(['a']);
  expect(second.nextToken).toBeUndefined();
});

test('an execution that never was cannot be described', async () => {
  const world = await startAws();
  const executionArn = 'arn:aws:states:eu-west-1:100000000001:execution:boarding-pass-onboarding:never';

  const described = world.sfn.send(new DescribeExecutionCommand({ executionArn }));

  await expect(described).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' });
});

test('the history that everybody can read holds no task token', async () => {
  const world = await startAws();
  await world.start(request());
  const { token } = await world.nextTask('resolve');

  const page = await (await fetch(`${world.url}/executions`)).text();

  expect(page).toContain('$$.Task.Token');
  expect(page).not.toContain(token);
});

test('the history tells, forwards and backwards, what each state was given and left behind, what waits, and how it ended', async () => {
  const world = await startAws();
  const executionArn = await world.start(request());
  await world.answer((await world.nextTask('resolve')).token, resolved());
  const { token } = await world.nextTask('announce');
  const history = async (more: object) => {
    const { events = [] } = await world.sfn.send(new GetExecutionHistoryCommand({ executionArn, ...more }));
    return events.map(({ type, stateEnteredEventDetails, stateExitedEventDetails }) => [
      type,
      (stateEnteredEventDetails ?? stateExitedEventDetails)?.name,
    ]);
  };

  const forwards = await history({});

  expect(forwards.slice(0, 6)).toEqual([
    ['ExecutionStarted', undefined],
    ['TaskStateEntered', 'Resolve'],
    ['TaskScheduled', undefined],
    ['TaskSucceeded', undefined],
    ['TaskStateExited', 'Resolve'],
    ['ChoiceStateEntered', 'AnyoneToOnboard'],
  ]);
  expect(forwards.slice(-2)).toEqual([
    ['TaskStateEntered', 'Announce'],
    ['TaskScheduled', undefined],
  ]);
  expect(await history({ reverseOrder: true })).toEqual(forwards.toReversed());
  expect(await history({ reverseOrder: true, maxResults: 1 })).toEqual([['TaskScheduled', undefined]]);
  const newest = { executionArn, reverseOrder: true, maxResults: 1 };
  const { events = [] } = await world.sfn.send(new GetExecutionHistoryCommand(newest));
  expect(JSON.parse(events[0]?.taskScheduledEventDetails?.parameters ?? '')).toMatchObject({
    MessageBody: { task: 'announce', token },
  });
  await world.sfn.send(new StopExecutionCommand({ executionArn }));
  await vi.waitFor(async () =>
    expect((await history({ reverseOrder: true }))[0]).toEqual(['ExecutionAborted', undefined]),
  );
});

test('an end otherwise than by the last state is told to the queue, as the rule of EventBridge does', async () => {
  const world = await startAws();
  const executionArn = await world.start(request());
  await world.nextTask('resolve');

  await world.sfn.send(new StopExecutionCommand({ executionArn }));

  expect(await world.nextTask('execution-ended')).toEqual({
    task: 'execution-ended',
    execution: executionArn,
    input: { status: 'ABORTED', event: expect.any(String) },
  });
});

test('the end is told once the queue can be reached again, as EventBridge does', async () => {
  const world = await startAws();
  const executionArn = await world.start(request());
  await world.nextTask('resolve');
  const back = world.aws.away('sqs');
  await world.sfn.send(new StopExecutionCommand({ executionArn }));
  await world.over(executionArn);
  back();
  expect(await world.nextTask('execution-ended')).toMatchObject({ execution: executionArn });
});

test('a task that is sent twice is received once, under a hash of its token', async () => {
  const world = await startAws();
  world.aws.disturb('sqs', { twice: 1, only: ['sendMessage'], random: () => 0 });
  await world.start(request());
  const command = new ReceiveMessageCommand({
    QueueUrl: world.queueUrl,
    MaxNumberOfMessages: 10,
    WaitTimeSeconds: 10,
    MessageSystemAttributeNames: ['All'],
  });
  const { Messages = [] } = await world.sqs.send(command);
  expect(Messages).toHaveLength(1);
  const { token } = JSON.parse(Messages[0]?.Body ?? '');
  const hash = createHash('sha256').update(token).digest('hex');
  expect(Messages[0]?.Attributes).toMatchObject({ MessageGroupId: hash, MessageDeduplicationId: hash });
  expect(world.aws.met()).toMatchObject({ sqs: { twice: 1 } });
});
