import type { Message } from '@aws-sdk/client-sqs';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Workflow } from './client.ts';
import { LEFT_OPEN, type Task, type Tasks } from './task.ts';
import { TaskError, toTaskError } from './task-error.ts';

type Parts = { workflow: Workflow; tasks: Tasks; log: Logger };

const messageBody = z.object({
  task: z.enum(['resolve', 'announce', 'follow', 'remind', 'await-decision', 'deliver', 'progress', 'report']),
  token: z.string().min(1),
  execution: z.string().min(1),
  input: z.record(z.string(), z.unknown()),
});

/** An end that EventBridge tells of: nobody waits for an answer. */
const endOfExecution = z.object({ task: z.literal('execution-ended'), execution: z.string().min(1) });

/** As little as is needed to give a task up: it may be one that only a newer release knows. */
const anyTask = z.object({ task: z.string(), token: z.string().min(1) });

/**
 * Takes one message to its end.
 * @param isLast whether the queue would hand it to the dead-letter queue next
 * @throws only if it should be received again: it is no task, or Step Functions did not take the answer
 */
export async function answerMessage(message: Message, isLast: boolean, { workflow, tasks, log }: Parts): Promise<void> {
  const { data: end } = endOfExecution.safeParse(parsed(message));
  if (end) return void (await tasks['execution-ended']({}, { token: '', executionName: nameOf(end.execution) }));
  if (isLast) return giveUp(message, { workflow, log });
  const { task, token, execution, input } = readBody(message);
  const executionName = nameOf(execution);
  const taskLog = log.child({ task, request: executionName });

  if (!(await workflow.isOpen(token))) {
    taskLog.info('dropped: the task was closed before');
    return;
  }
  const startedAt = performance.now();
  const attempt = async () => (tasks[task] as Task<unknown>)(input, { token, executionName });
  const outcome = await attempt().then(
    (output) => ({ output }),
    (err: unknown) => ({ err }),
  );
  if ('err' in outcome) {
    const { name, message: cause } = toTaskError(outcome.err);
    taskLog.error({ err: outcome.err }, `task failed: ${name}`);
    await workflow.fail(token, name, cause);
  } else {
    taskLog.info({ ms: Math.round(performance.now() - startedAt) }, 'task done');
    if (outcome.output !== LEFT_OPEN) await workflow.succeed(token, outcome.output);
  }
}

/**
 * Nobody may wait for ever for a task that ends in the dead-letter queue. An open decision has its own deadline.
 * @throws as above: what is no task of ours goes there all the same
 */
async function giveUp(message: Message, { workflow, log }: Pick<Parts, 'workflow' | 'log'>): Promise<void> {
  const { data } = anyTask.safeParse(parsed(message));
  if (!data) throw noTask(message);
  if (data.task === 'await-decision') return;
  log.error({ task: data.task, messageId: message.MessageId }, 'task given up: it was received several times');
  const { name, message: cause } = new TaskError('Abandoned', 'The task was started several times and never ended.');
  await workflow.fail(data.token, name, cause);
  readBody(message);
}

const nameOf = (executionArn: string) => executionArn.slice(executionArn.lastIndexOf(':') + 1);

function readBody(message: Message): z.infer<typeof messageBody> {
  const { data } = messageBody.safeParse(parsed(message));
  if (!data) throw noTask(message);
  return data;
}

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
