import type { ExecutionSlice } from '../../slices.ts';

/** An execution with those that its states started, in the order in which they started. */
export type Group = {
  execution: ExecutionSlice;
  started: ExecutionSlice[];
  /** How many in a row, this one included, of which no more is known than of this one. */
  times: number;
};

/** Newest first, as the executions are given. */
export function groupsOf(executions: ExecutionSlice[]): Group[] {
  const known = new Set(executions.map(({ arn }) => arn));
  const isNested = ({ startedBy }: ExecutionSlice) => startedBy !== undefined && known.has(startedBy);
  const started = Map.groupBy(executions.filter(isNested), ({ startedBy }) => startedBy);
  const groups: Group[] = [];
  for (const execution of executions) {
    if (isNested(execution)) continue;
    const newer = groups.at(-1);
    if (newer && isLike(execution, newer.execution)) newer.times += 1;
    else groups.push({ execution, started: (started.get(execution.arn) ?? []).toReversed(), times: 1 });
  }
  return groups;
}

/** Of an Express execution nothing is kept but that it was, and how it ended. */
export const isRecorded = ({ arn }: ExecutionSlice): boolean => !arn.includes(':express:');

/** What the bot looks after by itself, when it starts: nobody asked for it. */
export const isCheck = ({ machine }: ExecutionSlice): boolean => machine === 'check';

function isLike(one: ExecutionSlice, other: ExecutionSlice): boolean {
  const differs = one.machine !== other.machine || one.status !== other.status || one.error !== other.error;
  return !isRecorded(one) && !differs;
}

/** What to look at while nobody has chosen: the newest that runs, or else the newest. */
export function mostInteresting(executions: ExecutionSlice[]): ExecutionSlice | undefined {
  const recorded = groupsOf(executions)
    .map(({ execution }) => execution)
    .filter(isRecorded);
  return recorded.find(({ status }) => status === 'RUNNING') ?? recorded[0];
}
