import { expect, test } from 'vitest';
import type { JsonObject } from '../../../sandbox/aws/json.ts';
import { state } from '../../../sandbox/coverage/state.ts';

export type Call = [name: string, parameters?: () => JsonObject];

/** What a service keeps, as text, part by part. */
type Snapshot = () => Record<string, unknown>;

/** Which parts of what the service keeps are not what they were before the call. */
function changedBy(snapshot: Snapshot, call: () => unknown): string[] {
  const textOf = () => Object.entries(snapshot()).map(([part, kept]) => [part, JSON.stringify(kept, sorted)] as const);
  const before = new Map(textOf());
  call();
  return textOf()
    .filter(([part, text]) => before.get(part) !== text)
    .map(([part]) => part);
}

const sorted = (_key: string, value: unknown): unknown => {
  if (value instanceof Map) return [...value.entries()];
  return value instanceof Set ? [...value] : value;
};

/** What sandbox/coverage.md says that it changes, of the parts that are looked at. */
function claimed(service: string, name: string, parts: string[]): string[] {
  const [said = ''] = (state[service]?.[name] ?? '').split(/[:;]/);
  return said.startsWith('changes') ? parts.filter((part) => new RegExp(`\\b${part}\\b`).test(said)) : [];
}

/** Holds what each call changes against the table. */
export function holdTo(
  service: string,
  calls: Call[],
  snapshot: Snapshot,
  run: (name: string, given: JsonObject) => unknown,
) {
  test('each is called', () => {
    expect([...new Set(calls.map(([name]) => name))].toSorted()).toEqual(Object.keys(state[service] ?? {}).toSorted());
  });
  test.each(calls)('%s', (name, parameters = () => ({})) => {
    const changed = changedBy(snapshot, () => run(name, parameters()));
    expect(changed).toEqual(claimed(service, name, Object.keys(snapshot())));
  });
}
