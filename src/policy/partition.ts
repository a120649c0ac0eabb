import type { Mistake } from '../methods/method.ts';

/** Every ARN in a policy that is of another partition of AWS: nothing there can be given, and no stack takes it. */
export function arnsOfOthers(value: unknown, partition: string, path: PropertyKey[] = []): Mistake[] {
  if (typeof value === 'object' && value !== null) {
    const entries: [PropertyKey, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    return entries.flatMap(([key, each]) => arnsOfOthers(each, partition, [...path, key]));
  }
  const [, theirs] = (typeof value === 'string' && /^arn:([\w-]+):/.exec(value)) || [];
  if (theirs === undefined || theirs === partition) return [];
  const text = `${path.join('.')}: is of the partition ${theirs} of AWS, and the state machines are in ${partition}: write arn:${partition}:…`;
  return [{ path, text }];
}
