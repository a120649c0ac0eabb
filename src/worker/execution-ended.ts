import type { Journal } from '../watch/journal.ts';
import type { Workflow } from '../workflow/client.ts';
import { recordEnd } from './effects/record-end.ts';
import type { ShowEnd } from './effects/show-end.ts';
import type { ShowStanding } from './effects/show-standing.ts';
import type { ExecutionEndedInput, Task } from './task.ts';
import { TaskError } from './task-error.ts';

type Parts = { workflow: Workflow; showEnd: ShowEnd; showStanding: ShowStanding; journal: Journal };

/**
 * An execution that failed, or was stopped by hand, could not report: this says so in its place. Where it is no news, it makes the messages
 * say how the request stands, whether it has ended or not.
 */
export function executionEnded({ workflow, showEnd, showStanding, journal }: Parts): Task<ExecutionEndedInput> {
  return async ({ isNews = true, ...posted }, context) => {
    if (!isNews) return showStanding(posted, context);
    const { executionName, log } = context;
    const state = await workflow.findBrokenOff(executionName);
    // What Step Functions says of an execution may lag behind the event of its end.
    if (state === 'running') throw new TaskError('Unavailable', 'The execution that has ended still runs.');
    if (!state) return;
    log.warn({ error: state.trouble?.Error }, 'an execution ended before it could report');
    // The task `report` may have told it already, and the execution did not hear of that any more.
    const triedSince = new Date(state.requestedAt);
    await showEnd({ ...posted, ...state }, { ...context, triedSince });
    recordEnd(executionName, state, journal);
  };
}
