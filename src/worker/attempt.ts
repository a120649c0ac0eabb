import type { Logger } from 'pino';
import type { Metrics } from '../watch/metrics.ts';
import type { Hold } from './held.ts';
import type { Tasks } from './task.ts';
import { toTaskError } from './task-error.ts';
import { nameOf } from './task-message.ts';

export type AttemptParts = { tasks: Tasks; metrics: Metrics; log: Logger };

/** Runs a task; its log and its duration say which one it was and how it went. */
export async function attempt(
  { task, token, execution, input }: { task: keyof Tasks; token: string; execution: string; input: unknown },
  triedSince: Date | undefined,
  { signal, isHeld }: Hold,
  { tasks, metrics, log: baseLog }: AttemptParts,
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
    const context = { token, executionName, triedSince, log, signal, isHeld };
    const output = await (task === 'execution-ended' ? tasks[task]({}, context) : tasks[task](input, context));
    log.info(ended('done'), 'task done');
    return { output };
  } catch (err) {
    log.error({ err, ...ended('failed') }, `task failed: ${toTaskError(err).name}`);
    return { err };
  }
}
