import { useRef } from 'preact/hooks';
import type { ExecutionSlice } from '../../slices.ts';
import { type Group, groupsOf, isRecorded, mostInteresting } from './execution-groups.ts';

/** The execution in which something happened last, be it in one that it started; before that the most interesting. */
export function useFollowed(executions: ExecutionSlice[]): string | undefined {
  const before = useRef(executions);
  const followed = useRef<string | undefined>(undefined);
  if (before.current !== executions) {
    followed.current = lastChanged(before.current, executions) ?? followed.current;
    before.current = executions;
  }
  if (!executions.some(({ arn }) => arn === followed.current)) followed.current = mostInteresting(executions)?.arn;
  return followed.current;
}

/** The newest of those that changed. */
export function lastChanged(before: ExecutionSlice[], now: ExecutionSlice[]): string | undefined {
  const known = new Map(groupsOf(before).map((group) => [group.execution.arn, JSON.stringify(group)]));
  const isChanged = (group: Group) =>
    isRecorded(group.execution) && known.get(group.execution.arn) !== JSON.stringify(group);
  return groupsOf(now).find(isChanged)?.execution.arn;
}
