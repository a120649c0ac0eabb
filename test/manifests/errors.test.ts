import { expect, test } from 'vitest';
import { machines } from '../../manifests/aws/machines/index.ts';
import { FIND_REFUSALS, ISSUE_REFUSALS, MACHINE_ERRORS, TASK_ERRORS, TROUBLES } from '../../src/contract/errors.ts';

/** AWS's own names have a dot in them: `Iam.NoSuchEntityException`, `States.Timeout`. */
const isOfAws = (name: string) => /^[A-Za-z0-9]+\.\w+$/.test(name);

/** Every text that stands under one of these keys, however deep. */
function textsUnder(keys: string[], value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => textsUnder(keys, each));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(keys.includes(key) ? [inner].flat().filter((each) => typeof each === 'string') : []),
    ...textsUnder(keys, inner),
  ]);
}

const { 'issue-password': issuePassword, ...others } = machines;
const said = (machine: unknown) => textsUnder(['Error', 'Why', 'Problem'], machine).filter((name) => !isOfAws(name));

test.each(Object.entries(others))('every error that %s makes up is a name of the contract', (_name, machine) => {
  const names: readonly string[] = [...TROUBLES, ...(machine === others['find-access'] ? FIND_REFUSALS : [])];
  expect(said(machine).filter((name) => !names.includes(name))).toEqual([]);
});

test('issue-password refuses by the names of the contract, by all of them, and by no others', () => {
  expect([...new Set(said(issuePassword))].toSorted()).toEqual([...ISSUE_REFUSALS].toSorted());
});

test('find-access refuses by one name alone, with one cause', () => {
  const refusals = Object.values(others['find-access']?.States ?? {}).filter(
    (state) => state.Type === 'Fail' && 'Error' in state && !TROUBLES.some((name) => name === state.Error),
  );
  expect(refusals).toEqual([{ Type: 'Fail', Error: FIND_REFUSALS[0], Cause: expect.stringMatching(/^[\w ]+\.$/) }]);
});

test('every name that the contract gives to machines is said by one', () => {
  const names = new Set(Object.values(others).flatMap(said));
  expect(MACHINE_ERRORS.filter((name) => !names.has(name))).toEqual([]);
});

test.each(Object.entries(machines))(
  'what %s retries or catches is a name of the bot’s tasks, or AWS’s',
  (_, machine) => {
    const names: readonly string[] = TASK_ERRORS;
    const caught = textsUnder(['ErrorEquals'], machine).filter((name) => !isOfAws(name));
    expect(caught.filter((name) => !names.includes(name))).toEqual([]);
  },
);
