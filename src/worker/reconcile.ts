import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Workflow } from '../workflow/client.ts';
import { ALWAYS } from './held.ts';
import type { ExecutionEndedInput, Tasks } from './task.ts';

const EVERY_MS = 3_600_000;
/** Looks further back than that, so that nothing is missed while Slack, or every process, was away. */
const LOOK_BACK_MS = 24 * EVERY_MS;

/**
 * Looks once an hour for executions that ended abnormally, in case no event told of them; until the signal. What it does
 * only edits messages, so it may be repeated, by other processes too.
 */
export async function reconcile(workflow: Workflow, tasks: Tasks, log: Logger, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const executionName of workflow.brokenOffSince(new Date(Date.now() - LOOK_BACK_MS))) {
        if (signal.aborted) return;
        await putRight(executionName, {}, tasks, log);
      }
    } catch (err) {
      log.error({ err }, 'could not go through the ended executions; trying again in an hour');
    }
    await pause(EVERY_MS, undefined, { signal }).catch(() => {});
  }
}

/**
 * Makes the messages of a request say how it stands by now; notifies nobody. Of what broke off, what fails here is tried again within
 * the hour.
 * @param posted what a task has posted meanwhile, of which the execution does not know
 */
export async function putRight(
  executionName: string,
  posted: Omit<ExecutionEndedInput, 'isNews'>,
  tasks: Tasks,
  log: Logger,
): Promise<void> {
  const taskLog = log.child({ task: 'execution-ended', request: executionName });
  const context = { ...ALWAYS, token: '', executionName, log: taskLog };
  await tasks['execution-ended']({ isNews: false, ...posted }, context).catch((err: unknown) =>
    taskLog.error({ err }, 'how a request stands could not be shown'),
  );
}
