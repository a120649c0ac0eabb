import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { machines } from '../../manifests/aws/machines/index.ts';
import {
  ABSENCES,
  END_ERRORS,
  FIND_REFUSALS,
  ISSUE_REFUSALS,
  MACHINE_ERRORS,
  TASK_ERRORS,
  TROUBLES,
} from '../../src/contract/errors.ts';
import { en } from '../../src/messages/words/en.ts';

const OURS: readonly string[] = [
  ...TASK_ERRORS,
  ...MACHINE_ERRORS,
  ...END_ERRORS,
  ...ABSENCES,
  ...ISSUE_REFUSALS,
  ...FIND_REFUSALS,
];
/** Names of AWS's have a dot in them, and stars stand for several. */
const isOfAws = (name: string) => /[.*]/.test(name);

/** Every text that stands under one of these keys, anywhere. */
function* under(keys: string[], value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (keys.includes(key)) yield* [inner].flat().filter((text): text is string => typeof text === 'string');
    yield* under(keys, inner);
  }
}
/** What the definitions throw, catch, retry, and put into an outcome, a refusal or a problem. */
const inDefinitions = new Set(under(['Error', 'Why', 'Problem', 'ErrorEquals'], machines));
const inComparisons = new Set(
  [...JSON.stringify(machines).matchAll(/"Variable":"\$\.[\w.]*(?:Error|error)","StringEquals":"([^"]+)"/g)].map(
    ([, name = '']) => name,
  ),
);
const sources = globSync('src/**/*.ts')
  .filter((file) => !file.endsWith('contract/errors.ts') && !file.includes('/words/'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

test('every name in the definitions is one of ours, or AWS’s', () => {
  const unknown = [...inDefinitions, ...inComparisons].filter((name) => !OURS.includes(name) && !isOfAws(name));
  expect(unknown).toEqual([]);
});

test.each(MACHINE_ERRORS)('%s is said by a machine', (name) => {
  expect(inDefinitions).toContain(name);
});

test.each(ISSUE_REFUSALS)('%s is said by issue-password, and there are words for it', (name) => {
  expect(inDefinitions).toContain(name);
  const word = name === 'AlreadyShown' ? en.password.alreadyShown : en.password[name];
  expect(word).toMatch(/\w{3}/);
});

test.each([...TASK_ERRORS, ...END_ERRORS, ...ABSENCES])('%s is said by the bot', (name) => {
  expect(sources).toContain(`'${name}'`);
});

test('no name is there twice', () => {
  expect(new Set(OURS).size).toBe(OURS.length);
  expect(Object.keys(en.trouble).toSorted()).toEqual([...TROUBLES].toSorted());
});
