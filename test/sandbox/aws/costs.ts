import type { Entry } from '../../../sandbox/aws/states/executions.ts';

const countIn =
  ({ history = [] }: Entry) =>
  (...types: string[]) =>
    history.filter(({ type }) => types.includes(type)).length;

/** As AWS counts them: a task is scheduled, started and ended; a Map starts and ends, and so does each of its iterations. */
export function eventsOf(entry: Entry): number {
  const count = countIn(entry);
  return 2 * count('StateEntered') + 3 * count('TaskScheduled') + 2 * count('MapIterationStarted') + 2;
}

/** As AWS counts them: every state that is entered, and every retry. */
export function transitionsOf(entry: Entry): number {
  const count = countIn(entry);
  const tasks = (entry.history ?? []).filter(({ type, state }) => type === 'StateEntered' && isTask(entry, state));
  return count('StateEntered') + count('TaskScheduled') - tasks.length;
}

const isTask = ({ machine }: Entry, state = '') => machine.definition.tasks.has(state);

/** How often a state was entered. */
export const entered = ({ history = [] }: Entry, name: string): number =>
  history.filter(({ type, state }) => type === 'StateEntered' && state === name).length;
