import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Machine } from '../../manifests/aws/machines/asl.ts';
import { machines, textOf } from '../../manifests/aws/machines/index.ts';
import { home, ofType } from './stacks.ts';

const folder = new URL('../../manifests/aws/state-machines/', import.meta.url);

test.each(Object.entries(machines))(
  'the definition of %s is what its source makes: else run npm run machines',
  (name, machine) => {
    expect(readFileSync(new URL(`${name}.asl.json`, folder), 'utf8')).toBe(textOf(machine));
  },
);

test('every definition has a source, and every one is deployed', () => {
  const files = Object.keys(machines).map((name) => `${name}.asl.json`);
  expect(readdirSync(folder).toSorted()).toEqual(files.toSorted());
  const deployed = ofType(home, 'AWS::StepFunctions::StateMachine').map(
    ({ properties }) => properties.DefinitionS3Location,
  );
  expect(deployed.toSorted()).toEqual(files.map((file) => `state-machines/${file}`).toSorted());
});

test('nothing but the choice of a method leads to Inspect: which machines work for a request no request can say', () => {
  const { States } = machines.onboarding as Machine;
  const leading = Object.entries(States).filter(([, state]) => JSON.stringify(state).includes('"Next":"Inspect"'));
  expect(leading.map(([, state]) => state)).toEqual(
    leading.map(() => expect.objectContaining({ Type: 'Pass', ResultPath: '$.machines', Next: 'Inspect' })),
  );
  expect(leading.map(([name]) => name)).toEqual(['IamUser', 'IdentityCenter']);
});

/** Rules that compare what may not be there, and do not look first whether it is: such an execution fails on AWS. */
function unguarded(value: unknown, isGuarded = false): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => unguarded(each));
  if (typeof value !== 'object' || value === null) return [];
  const { And, Variable, StringMatches, ...rest } = value as {
    And?: unknown[];
    Variable?: string;
    StringMatches?: string;
  };
  const isBare = StringMatches !== undefined && Variable?.endsWith('.Cause') === true && !isGuarded;
  const present = { Variable: (And?.[1] as { Variable?: string } | undefined)?.Variable, IsPresent: true };
  const isPair = And?.length === 2 && JSON.stringify(And[0]) === JSON.stringify(present);
  return [
    ...(isBare ? [`${Variable} ${StringMatches}`] : []),
    ...(isPair ? unguarded(And[1], true) : unguarded(And)),
    ...Object.values(rest).flatMap((each) => unguarded(each)),
  ];
}

test.each(Object.entries(machines))('%s reads the cause of an error only where there is one', (_name, machine) => {
  expect(unguarded(machine)).toEqual([]);
});

test('a cause that is read without a look would be noticed', () => {
  const rule = { Variable: '$.failure.Cause', StringMatches: '*group*' };
  expect(unguarded({ And: [{ Variable: '$.failure.Cause', IsPresent: true }, rule] })).toEqual([]);
  expect(unguarded({ And: [{ Variable: '$.failure.Error', IsPresent: true }, rule] })).toHaveLength(1);
  expect(unguarded([rule])).toHaveLength(1);
});
