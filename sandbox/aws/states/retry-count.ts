import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../json.ts';

/** Stands for `$$.State.RetryCount`: the interpreter's context object says nothing of the state. */
export const retryCountPlaceholder = `retry-count-${randomUUID()}`;

/**
 * Counts, for one execution, how often a state was retried, and puts it in. A retry is told by its parameters: they are the
 * same again, and others in every iteration of a Map.
 */
export function createRetryCount() {
  const tries = new Map<string, number>();

  return (state: string, parameters: JsonObject): JsonObject => {
    const text = JSON.stringify(parameters);
    if (!text.includes(retryCountPlaceholder)) return parameters;
    const key = `${state} ${text}`;
    const retries = tries.get(key) ?? 0;
    tries.set(key, retries + 1);
    return JSON.parse(text.replaceAll(`"${retryCountPlaceholder}"`, String(retries)));
  };
}
