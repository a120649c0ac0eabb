import { GetQueueAttributesCommand, type Message, type SQSClient } from '@aws-sdk/client-sqs';
import type { Logger } from 'pino';
import { Consumer } from 'sqs-consumer';
import { z } from 'zod';
import { StartupError } from '../startup-error.ts';
import type { Workflow } from './client.ts';
import { LEFT_OPEN, type Task, type Tasks } from './task.ts';
import { TaskError, toTaskError } from './task-error.ts';

const messageBody = z.object({
  task: z.enum(['resolve', 'announce', 'follow', 'await-decision', 'deliver', 'report']),
  token: z.string().min(1),
  execution: z.string().min(1),
  input: z.record(z.string(), z.unknown()),
});

type WorkerParts = { queueUrl: string; sqs: SQSClient; workflow: Workflow; tasks: Tasks; log: Logger };

/**
 * A worker that takes tasks from the queue, up to ten at once.
 * @throws StartupError if the queue would have a message tried forever
 */
export async function createWorker({ queueUrl, sqs, workflow, tasks, log }: WorkerParts) {
  const { maxReceives, visibilityTimeout } = await readQueue(sqs, queueUrl);
  let inHand = 0;

  async function handleMessage(message: Message): Promise<Message> {
    inHand++;
    try {
      const isLast = Number(message.Attributes?.ApproximateReceiveCount) >= maxReceives;
      await answer(message, isLast, { workflow, tasks, log });
      return message;
    } finally {
      inHand--;
    }
  }

  return {
    /** Works until the signal; resolves when what is in hand is answered. */
    async run(signal: AbortSignal): Promise<void> {
      const consumer = Consumer.create({
        queueUrl,
        sqs,
        batchSize: 10,
        visibilityTimeout,
        heartbeatInterval: visibilityTimeout / 3,
        waitTimeSeconds: 20,
        pollingCompleteWaitTimeMs: 15_000,
        messageSystemAttributeNames: ['ApproximateReceiveCount'],
        handleMessage,
      });
      consumer.on('error', (err) => {
        if (!signal.aborted) log.error({ err }, 'the queue did not answer');
      });
      consumer.on('processing_error', (err, { MessageId }) =>
        log.error({ err, messageId: MessageId }, 'a message stays in the queue'),
      );

      await new Promise<void>((resolve) => {
        consumer.on('stopped', () => resolve());
        // An idle poll is broken off; what it may just have received becomes visible again. What is in hand is finished.
        const stop = () => consumer.stop({ abort: inHand === 0 });
        signal.addEventListener('abort', stop);
        consumer.start();
        if (signal.aborted) stop();
      });
    },
  };
}

/** One message to its end. Throws only if it should be received again: it is malformed, or Step Functions did not take the answer. */
async function answer(
  message: Message,
  isLast: boolean,
  { workflow, tasks, log }: Pick<WorkerParts, 'workflow' | 'tasks' | 'log'>,
) {
  const { task, token, execution, input } = readBody(message);
  const executionName = execution.slice(execution.lastIndexOf(':') + 1);
  const taskLog = log.child({ task, request: executionName });

  if (!(await workflow.isOpen(token))) {
    taskLog.info('dropped: the task was closed before');
    return;
  }
  const attempt = async () => {
    if (isLast) throw new TaskError('Abandoned', 'The task was started several times and never ended.');
    return (tasks[task] as Task<unknown>)(input, { token, executionName });
  };
  const startedAt = performance.now();
  const outcome = await attempt().then(
    (output) => ({ output }),
    (err: unknown) => ({ err }),
  );
  if ('err' in outcome) {
    const { name, message } = toTaskError(outcome.err);
    taskLog.error({ err: outcome.err }, `task failed: ${name}`);
    await workflow.fail(token, name, message);
  } else {
    taskLog.info({ ms: Math.round(performance.now() - startedAt) }, 'task done');
    if (outcome.output !== LEFT_OPEN) await workflow.succeed(token, outcome.output);
  }
}

/** @throws when it is not a task: the queue keeps it and hands it to the dead-letter queue, where the operator finds it. */
function readBody({ Body, MessageId }: Message): z.infer<typeof messageBody> {
  try {
    return messageBody.parse(JSON.parse(Body ?? ''));
  } catch {
    // The parser's message would quote the body, and with it a task token.
    throw new Error(`Message ${MessageId} (${Body?.length ?? 0} characters) is not a task of boarding-pass.`);
  }
}

/** How the queue treats messages, from the queue itself, so that it is said in one place. Times are in seconds. */
async function readQueue(
  sqs: SQSClient,
  queueUrl: string,
): Promise<{ maxReceives: number; visibilityTimeout: number }> {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['RedrivePolicy', 'VisibilityTimeout'] }),
  );
  if (!Attributes?.RedrivePolicy) {
    throw new StartupError(
      `The queue ${queueUrl} has no dead-letter queue: set its redrive policy, so that no message is tried forever.`,
    );
  }
  const { maxReceiveCount } = JSON.parse(Attributes.RedrivePolicy) as { maxReceiveCount: number };
  return { maxReceives: Number(maxReceiveCount), visibilityTimeout: Number(Attributes.VisibilityTimeout) };
}
