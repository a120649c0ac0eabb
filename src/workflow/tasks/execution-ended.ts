import type { Logger } from 'pino';
import type { Workflow } from '../client.ts';
import type { ShowEnd } from '../show-end.ts';
import type { ExecutionEndedInput, Task } from '../task.ts';

type Parts = { workflow: Workflow; showEnd: ShowEnd; log: Logger };

/** An execution that failed, or was stopped by hand, could not report: this says so in its place. */
export function executionEnded({ workflow, showEnd, log }: Parts): Task<ExecutionEndedInput> {
  return async ({ isNews = true }, { executionName }) => {
    const state = await workflow.findBrokenOff(executionName);
    if (!state) return;
    log.warn({ request: executionName, error: state.trouble?.Error }, 'an execution ended before it could report');
    await showEnd(state, { isNews });
  };
}
