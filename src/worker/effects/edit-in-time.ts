import type { Workflow } from '../../workflow/client.ts';
import { mustHold } from '../held.ts';
import type { TaskContext } from '../task.ts';
import type { ShowStanding } from './show-standing.ts';

/**
 * Edits messages for a task as long as it is the task's turn: looks right before, and once more after, for in between a process may have
 * been frozen, or Slack slow. If the request has gone on by then, its messages are made to say what is true.
 * @returns whether it was the task's turn to the end
 * @throws as the edit does
 */
export type EditInTime = (edit: () => Promise<unknown>, context: TaskContext) => Promise<boolean>;

export function createEditInTime(workflow: Pick<Workflow, 'isOpen'>, showStanding: ShowStanding): EditInTime {
  return async (edit, context) => {
    if (!(await isOpen(context))) return false;
    mustHold(context);
    let isTheirTurn = true;
    try {
      await edit();
    } finally {
      // Also where it failed: Slack may have carried it out.
      isTheirTurn = await isOpen(context);
      if (!isTheirTurn) await putRight(context);
    }
    return isTheirTurn;
  };

  /** Only a clear no counts. What cannot be asked now is asked when the task is answered, for however long that takes. */
  async function isOpen({ token, log }: TaskContext): Promise<boolean> {
    return workflow.isOpen(token).catch((err: unknown) => {
      log.warn({ err }, 'could not check whether a request has moved on');
      return true;
    });
  }

  /** What fails here is done when the task is answered. */
  async function putRight(context: TaskContext): Promise<void> {
    await showStanding({}, context).catch((err: unknown) =>
      context.log.warn({ err }, 'how a request stands could not be shown'),
    );
  }
}
