import { expect, test } from 'vitest';
import { currentStates, markOf, untouched } from '../../../sandbox/page/client/aws/marks.ts';

const once = { ...untouched, entered: 1 };

test.each([
  ['never entered', 'RUNNING', undefined, 'ahead'],
  ['entered', 'RUNNING', once, 'current'],
  ['left', 'RUNNING', { ...once, exited: 1 }, 'done'],
  ['failed and about to be tried again', 'RUNNING', { ...once, failed: 1 }, 'current'],
  ['caught', 'RUNNING', { ...once, failed: 1, caught: 1, exited: 1 }, 'handled'],
  ['some of a Map still in it', 'RUNNING', { ...once, entered: 3, exited: 2 }, 'current'],
  ['in it when the execution failed', 'FAILED', { ...once, failed: 1 }, 'failed'],
  ['in it when the time was over', 'TIMED_OUT', once, 'failed'],
  ['in it when it was stopped', 'ABORTED', once, 'stopped'],
] as const)('%s', (_what, status, counts, mark) => {
  expect(markOf('A', { status, states: counts ? { A: counts } : {} })).toBe(mark);
});

test('what a Map that is over left behind is not being worked on', () => {
  expect(markOf('A', { status: 'RUNNING', states: { A: once } }, false)).toBe('failed');
});

test('an execution is in the states inside its Map rather than in the Map', () => {
  const flow = {
    path: [
      { name: 'Before', type: 'Task' },
      { name: 'Map', type: 'Map', inside: { path: [{ name: 'Inside', type: 'Task' }], sides: [] } },
    ],
    sides: [],
  };
  const before = { ...once, exited: 1 };

  expect(currentStates(flow, { status: 'RUNNING', states: { Before: before, Map: once, Inside: once } })).toEqual([
    'Inside',
  ]);
  expect(currentStates(flow, { status: 'RUNNING', states: { Before: before, Map: once } })).toEqual(['Map']);
});
