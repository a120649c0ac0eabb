import type { Message } from '@aws-sdk/client-sqs';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Posted } from '../contract/state.ts';
import { endOfExecution, TASK_INPUTS, type TaskMessage, type TaskName, taskMessage } from '../contract/tasks.ts';
import type { Metrics } from '../metrics.ts';
import type { Workflow } from './client.ts';
import { putRight } from './reconcile.ts';
import { type ExecutionEndedInput, LEFT_OPEN, type Tasks } from './task.ts';
import { TaskError, toTaskError } from './task-error.ts';

type Parts = { workflow: Workflow; tasks: Tasks; metrics: Metrics; log: Logger };

const anyMessage = z.object({ execution: z.string() });

/** As little as is needed to give a task up: it may be one that only a newer release knows. */
const anyTask = z.object({ task: z.string(), token: z.string().min(1) });

/**
 * Takes one message to its end.
 * @param isLast whether the queue would hand it to the dead-letter queue next
 * @throws only if it should be received again: it is no task, or Step Functions did not take the answer
 */
export async function answerMessage(message: Message, isLast: boolean, parts: Parts): Promise<void> {
  const content = parsed(message);
  const { data: end } = endOfExecution.safeParse(content);
  if (end) {
    const outcome = await attempt({ ...end, token: '', input: undefined }, undefined, parts);
    if ('err' in outcome) throw outcome.err;
    return;
  }
  if (isLast) return giveUp(message, parts);
  const body = readBody(message, content);
  const { workflow, log } = parts;

  if (!(await workflow.isOpen(body.token))) {
    log.info({ task: body.task, request: nameOf(body.execution) }, 'dropped: the task was closed before');
    return;
  }
  const outcome = await attempt(body, triedSince(message, body), parts);
  if ('err' in outcome) {
    const { name, message: cause } = toTaskError(outcome.err);
    await workflow.fail(body.token, name, cause);
    return;
  }
  const { output } = outcome;
  const isWanted = output === LEFT_OPEN ? workflow.isOpen(body.token) : workflow.succeed(body.token, output);
  if (await isWanted) return;
  // Closed while it was done. If the execution has ended, what the task has just shown is not true any more.
  await putRight(nameOf(body.execution), postedBy(body.task, output), parts.tasks, log);
}

/**
 * Since when an earlier try may have had its effect: a state that is retried sends a new message, and a message whose task
 * was not answered is received again.
 */
function triedSince({ Attributes = {} }: Message, { startedAt, retries }: TaskMessage): Date | undefined {
  if (retries > 0) return new Date(startedAt);
  return Number(Attributes.ApproximateReceiveCount) > 1 ? new Date(Number(Attributes.SentTimestamp)) : undefined;
}

/** What a task has posted: it may be the only one to know. */
function postedBy(task: keyof Tasks, output: unknown): Omit<ExecutionEndedInput, 'isNews'> {
  return {
    ...(task === 'announce' && { message: output as Posted }),
    ...(task === 'follow' && { followed: output as Posted }),
  };
}

/** Runs a task; its log and its duration say which one it was and how it went. */
async function attempt(
  { task, token, execution, input }: { task: keyof Tasks; token: string; execution: string; input: unknown },
  triedSince: Date | undefined,
  { tasks, metrics, log: baseLog }: Parts,
): Promise<{ output: unknown } | { err: unknown }> {
  const executionName = nameOf(execution);
  const log = baseLog.child({ task, request: executionName });
  const startedAt = performance.now();
  const ended = (outcome: 'done' | 'failed') => {
    const ms = performance.now() - startedAt;
    metrics.taskDuration.observe({ task, outcome }, ms / 1000);
    return { ms: Math.round(ms) };
  };
  try {
    const context = { token, executionName, triedSince, log };
    const output = await (task === 'execution-ended' ? tasks[task]({}, context) : tasks[task](input, context));
    log.info(ended('done'), 'task done');
    return { output };
  } catch (err) {
    log.error({ err, ...ended('failed') }, `task failed: ${toTaskError(err).name}`);
    return { err };
  }
}

/**
 * Nobody may wait for ever for a task that ends in the dead-letter queue. What waits for a decision is asked again: without
 * buttons nobody could decide.
 * @throws as above: what is no task of ours goes there all the same
 */
async function giveUp(message: Message, { workflow, log }: Pick<Parts, 'workflow' | 'log'>): Promise<void> {
  const { data } = anyTask.safeParse(parsed(message));
  if (!data) throw noTask(message);
  const about = { task: data.task, request: requestIn(message), messageId: message.MessageId };
  log.error(about, 'task given up: it was received several times');
  const { name, message: cause } = new TaskError(
    data.task === 'await-decision' ? 'Unavailable' : 'Abandoned',
    'The task was started several times and never ended.',
  );
  await workflow.fail(data.token, name, cause);
  readBody(message, parsed(message));
}

/** The request that a message is about, for the log; `undefined` where it does not say. */
export function requestIn(message: Message): string | undefined {
  const { data } = anyMessage.safeParse(parsed(message));
  return data && nameOf(data.execution);
}

const nameOf = (executionArn: string) => executionArn.slice(executionArn.lastIndexOf(':') + 1);

function readBody(message: Message, content: unknown): TaskMessage & { task: TaskName } {
  const { data } = taskMessage.safeParse(content);
  if (!data || !isTask(data.task)) throw noTask(message);
  return { ...data, task: data.task };
}

const isTask = (name: string): name is TaskName => Object.hasOwn(TASK_INPUTS, name);

/** The queue keeps it and hands it to the dead-letter queue, where the operator finds it. The body may hold a token: it is not quoted. */
function noTask({ Body, MessageId }: Message): Error {
  return new Error(`Message ${MessageId} (${Body?.length ?? 0} characters) is not a task of boarding-pass.`);
}

function parsed({ Body }: Message): unknown {
  try {
    return JSON.parse(Body ?? '');
  } catch {
    return undefined;
  }
}
