import type { Workflow } from './client.ts';
import { mustHold } from './held.ts';
import type { ShowStanding } from './show-standing.ts';
import type { TaskContext } from './task.ts';

/**
 * Edits messages for a task as long as it is the task's turn: looks right before, and once more after, for in between a process may have
 * been frozen, or Slack slow. If the request has gone on by then, its messages are made to say what is true.
 * @returns whether it was the task's turn to the end
 * @throws as the edit does
 */
export type EditInTime = (edit: () => Promise<unknown>, context: TaskContext) => Promise<boolean>;

export function createEditInTime(workflow: Pick<Workflow, 'isOpen'>, showStanding: ShowStanding): EditInTime {
  return async (edit, context) => {
    if (!(await workflow.isOpen(context.token))) return false;
    mustHold(context);
    let isOpen = true;
    try {
      await edit();
    } finally {
      // Also where it failed: Slack may have carried it out.
      isOpen = await stillOpen(context);
    }
    return isOpen;
  };

  /** Never fails: what cannot be looked at now is looked at when the task is answered. */
  async function stillOpen(context: TaskContext): Promise<boolean> {
    try {
      const isOpen = await workflow.isOpen(context.token);
      if (!isOpen) await showStanding({}, context);
      return isOpen;
    } catch (err) {
      context.log.warn({ err }, 'it could not be looked whether a request has gone on');
      return true;
    }
  }
}
