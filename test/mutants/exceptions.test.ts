import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exceptions } from './exceptions.ts';
import { type Definition, mutantsOf, nameOf, without } from './mutants.ts';

const folder = new URL('../../manifests/aws/state-machines/', import.meta.url);
const definitions = readdirSync(folder).map((file): [string, Definition] => [
  file.replace('.asl.json', ''),
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
]);
const names = definitions.flatMap(([machine, definition]) => mutantsOf(machine, definition).map(nameOf));

test('every exception is of something that is in a definition, and says why', () => {
  expect(Object.keys(exceptions).filter((name) => !names.includes(name))).toEqual([]);
  for (const why of Object.values(exceptions)) expect(why).toMatch(/\w{3}.* \w+/);
});

test('no two things that can be taken out have one name', () => {
  expect(names.length).toBeGreaterThan(300);
  expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
});

test('what is taken out is gone, with what only it led to, and nothing else', () => {
  const machine: Definition = {
    StartAt: 'A',
    States: {
      A: { Type: 'Task', Next: 'B', Catch: [{ ErrorEquals: ['X'], Next: 'C' }], Retry: [{ ErrorEquals: ['Y'] }] },
      B: { Type: 'Choice', Choices: [{ Next: 'C' }], Default: 'D' },
      C: { Type: 'Pass', Next: 'D' },
      D: { Type: 'Succeed' },
    },
  };
  const mutants = mutantsOf('m', machine);
  expect(mutants.map(nameOf)).toEqual(['m: A, Retry of Y', 'm: A, Catch of X to C', 'm: B, branch to C']);
  const [retry, caught, branch] = mutants.map((mutant) => without(machine, mutant).States);
  expect(retry).toEqual({ ...machine.States, A: { Type: 'Task', Next: 'B', Catch: machine.States.A?.Catch } });
  expect(caught).toEqual({ ...machine.States, A: { Type: 'Task', Next: 'B', Retry: machine.States.A?.Retry } });
  expect(branch).toEqual({ ...machine.States, B: { Type: 'Pass', Next: 'D' } });
});
