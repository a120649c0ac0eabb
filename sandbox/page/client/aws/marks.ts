import type { ExecutionSlice } from '../../slices.ts';
import type { Flow } from './flow.ts';

/** How far an execution is with one of its states. `handled`: it failed, and the execution went on all the same. */
export type Mark = 'ahead' | 'current' | 'done' | 'handled' | 'failed' | 'stopped';

type Progress = Pick<ExecutionSlice, 'status' | 'states'>;

export const untouched = { entered: 0, exited: 0, failed: 0, caught: 0 };

/** @param isGoingOn false inside a Map that is over: what it left there is not being worked on */
export function markOf(name: string, { status, states }: Progress, isGoingOn = true): Mark {
  const { entered, exited, caught } = states[name] ?? untouched;
  if (entered === 0) return 'ahead';
  if (exited >= entered) return caught > 0 ? 'handled' : 'done';
  if (status === 'RUNNING' && isGoingOn) return 'current';
  return status === 'ABORTED' ? 'stopped' : 'failed';
}

/** The states that an execution is in; of a Map those inside it, where it is in any. */
export function currentStates({ path, sides }: Flow, progress: Progress): string[] {
  return [...path, ...sides].flatMap(({ name, inside }) => {
    if (markOf(name, progress) !== 'current') return [];
    const within = inside ? currentStates(inside, progress) : [];
    return within.length > 0 ? within : [name];
  });
}
