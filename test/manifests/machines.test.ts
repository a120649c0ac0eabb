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
  expect(leading.map(([name]) => name)).toEqual(['IamUser']);
});
