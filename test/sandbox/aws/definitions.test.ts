import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readHomeStack } from '../../../sandbox/aws/home-stack.ts';
import { readDefinition } from '../../../sandbox/aws/states/definition.ts';
import { loadMachines, shipped } from '../../../sandbox/aws/states/machines.ts';

const files = globSync('manifests/aws/state-machines/*.asl.json');
const stack = readHomeStack({ region: 'eu-west-1', account: '100000000001' });

/** Every string of a definition, with the keys that lead to it. */
function* strings(value: unknown, path: string[] = []): Generator<{ path: string[]; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* strings(inner, [...path, key]);
}

/** Every object of a definition that has the key. */
function* having(key: string, value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (Object.hasOwn(value, key)) yield { ...value };
  for (const inner of Object.values(value)) yield* having(key, inner);
}

test('there is a machine for every definition that is shipped', () => {
  const machines = [...loadMachines(stack, () => undefined).values()];

  expect(machines.map(({ name }) => `manifests/aws/state-machines/${name}.asl.json`).sort()).toEqual(files.sort());
});

describe.each(files)('%s holds to what the interpreter allows:', (file) => {
  const definition: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const all = [...strings(definition)];

  test('no "and" in a filter, and no Map or input from the context but where a Map chooses its items', () => {
    expect(all.filter(({ text }) => /\[\?.*&&/.test(text))).toEqual([]);
    expect(all.filter(({ text }) => text.includes('$$.Execution.Input'))).toEqual([]);
    expect(all.filter(({ text, path }) => text.includes('$$.Map') && !path.includes('ItemSelector'))).toEqual([]);
  });

  // Of all items, `[*]`, there may be none: see sandbox/aws/states/indefinite-paths.ts.
  test('no filter but those known to match something, and no other wildcard than of all items', () => {
    const known = [
      // CompareTags has found two other tags, and CreateUser sets all of them at once.
      "$.found.User.Tags[?(@.Key == 'onboarding:claim-until')].Value",
      // WhoseMark has found the key in the same tags.
      "$.marked.User.Tags[?(@.Key == 'onboarding:replacement')].Value",
    ];
    expect(all.filter(({ text }) => /^\$.*(\[\?|(?<!\[)\*|\.\.)/.test(text) && !known.includes(text))).toEqual([]);
  });

  test('no IsPresent: false, which is never true there, and no ResultPath of the whole', () => {
    expect([...having('IsPresent', definition)].filter(({ IsPresent }) => IsPresent !== true)).toEqual([]);
    expect([...having('ResultPath', definition)].filter(({ ResultPath }) => ResultPath === '$')).toEqual([]);
  });

  test('every Task has an end in time', () => {
    const tasks = [...having('Resource', definition)];
    expect(tasks.filter((task) => !('TimeoutSeconds' in task || 'TimeoutSecondsPath' in task))).toEqual([]);
  });
});

test('every task for the bot says whether it was tried before, and since when that may be', () => {
  const bodies = files.flatMap((file) => [...having('MessageBody', JSON.parse(readFileSync(file, 'utf8')))]);
  expect(bodies.length).toBeGreaterThan(9);
  for (const { MessageBody } of bodies)
    expect(MessageBody).toMatchObject({ 'startedAt.$': '$$.Execution.StartTime', 'retries.$': '$$.State.RetryCount' });
});

test.each([
  [
    'an Iterator and an ItemProcessor',
    { Iterator: {}, ItemProcessor: {} },
    /or, in the older form, an Iterator, not both/,
  ],
  [
    'Parameters and an ItemSelector',
    { Parameters: {}, ItemSelector: {} },
    /or, in the older form, Parameters, not both/,
  ],
])('a Map with %s is refused when it is loaded', (_what, fields, message) => {
  const text = JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Map', End: true, ...fields } } });

  expect(() => readDefinition(text, {}, () => undefined)).toThrow(message);
});

test.each([
  // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's placeholders look the same
  ['an unknown placeholder', '"Resource": "arn:${Elsewhere}:x"', /nothing is known.*\$\{Elsewhere\}/i],
  ['an unknown resource', '"Resource": "arn:aws:states:::aws-sdk:iam:createAccessKey", "Parameters": {}', /not part/],
  ['no parameters', '"Resource": "arn:aws:states:::sqs:sendMessage"', /needs Parameters/],
  ['a hash of what no path names', `"Parameters": { "hash.$": "States.Hash('me', 'MD5')" }`, /what a path names/],
])('a definition with %s is refused when it is loaded', (_what, fields, message) => {
  const text = `{ "StartAt": "A", "States": { "A": { "Type": "Task", "End": true, ${fields} } } }`;
  const check = (resource: string) => `${resource} is not part of the sandbox.`;

  expect(() => readDefinition(text, { Partition: 'aws' }, check)).toThrow(message);
});

test('a mistake in a definition names its file', () => {
  const read = (name: Parameters<typeof shipped>[0]) =>
    shipped(name).replace('"StartAt": "Resolve"', '"StartAt": "Resolved"');

  expect(() => loadMachines(stack, () => undefined, read)).toThrow(/onboarding\.asl\.json/);
});
