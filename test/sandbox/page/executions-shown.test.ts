import { expect, test } from 'vitest';
import { endOf } from '../../../sandbox/page/client/aws/execution-end.ts';
import { groupsOf, isCheck, isRecorded, mostInteresting } from '../../../sandbox/page/client/aws/execution-groups.ts';
import { lastChanged } from '../../../sandbox/page/client/aws/followed.ts';
import type { ExecutionSlice } from '../../../sandbox/page/slices.ts';

const home = 'arn:aws:states:eu-west-1:100000000001';

function execution(name: string, more: Partial<ExecutionSlice> = {}): ExecutionSlice {
  const startDate = '2026-11-22T16:00:00.000Z';
  const arn = `${home}:execution:m:${name}`;
  return { arn, name, machine: 'm', status: 'SUCCEEDED', startDate, states: {}, ...more };
}
const nested = (name: string, by: string) => execution(name, { startedBy: `${home}:execution:m:${by}` });
const express = execution('password', { arn: `${home}:express:issue-password:password:1` });
const check = execution('check', { arn: `${home}:express:check:check:1`, machine: 'check' });
const refused = { ...express, status: 'FAILED', error: 'AlreadyShown' } as const;

test('nested executions stand under the one that started them, oldest first', () => {
  const newestFirst = [nested('provision', 'a'), execution('b'), nested('inspect', 'a'), execution('a')];

  expect(
    groupsOf(newestFirst).map(({ execution, started }) => [execution.name, started.map(({ name }) => name)]),
  ).toEqual([
    ['b', []],
    ['a', ['inspect', 'provision']],
  ]);
});

test('what is alike and not recorded is counted', () => {
  const times = groupsOf([express, express, refused, express, execution('a'), execution('b')]).map(
    ({ times }) => times,
  );

  expect(times).toEqual([2, 1, 1, 1, 1]);
});

test('what was started by an execution that is no longer shown stands alone', () => {
  expect(groupsOf([nested('inspect', 'gone')]).map(({ execution }) => execution.name)).toEqual(['inspect']);
});

test.each([
  [
    'the newest that runs',
    [execution('c'), execution('b', { status: 'RUNNING' }), execution('a', { status: 'RUNNING' })],
    'b',
  ],
  ['the newest if none runs', [execution('b'), execution('a')], 'b'],
  ['none that another started', [nested('inspect', 'a'), execution('a')], 'a'],
  ['none without a record', [express, execution('a')], 'a'],
  ['no check of a bot that was started again meanwhile', [check, execution('a', { status: 'RUNNING' })], 'a'],
  ['nothing if there is nothing', [express], undefined],
])('of most interest is %s', (_what, executions, name) => {
  expect(mostInteresting(executions)?.name).toBe(name);
});

const running = execution('a', { status: 'RUNNING' });

test.each([
  ['nothing', [execution('b'), running], undefined],
  ['one that ended', [execution('b'), execution('a')], 'a'],
  ['one that began', [execution('c'), execution('b'), running], 'c'],
  ['one that started another', [nested('inspect', 'a'), execution('b'), running], 'a'],
  ['only a password', [express, execution('b'), running], undefined],
  ['only a check', [check, execution('b'), running], undefined],
])('changed since: %s', (_what, now, name) => {
  expect(lastChanged([execution('b'), running], now)).toBe(name && execution(name).arn);
});

test('an Express execution is not recorded', () => {
  expect([express, execution('a')].map(isRecorded)).toEqual([false, true]);
});

test('what the bot looks after when it starts is told apart', () => {
  expect([check, express, execution('a')].map(isCheck)).toEqual([true, false, false]);
  expect(groupsOf([check, check, express, check]).map(({ times }) => times)).toEqual([2, 1, 1]);
});

test.each([
  ['a request, by what it came to', execution('a', { outcome: 'denied' }), 'denied'],
  ['a request that could not be carried out, by that', execution('a', { outcome: 'failed' }), 'unsuccessful'],
  ['an answer that was no, as one', refused, 'refused'],
  ['a failure, as one', { ...express, status: 'FAILED', error: 'Iam.ServiceFailureException' } as const, 'FAILED'],
  ['what failed without a name, too', { ...express, status: 'FAILED' } as const, 'FAILED'],
  ['everything else, by its status', running, 'RUNNING'],
])('the list says of %s', (_what, shown, end) => {
  expect(endOf(shown)).toBe(end);
});
