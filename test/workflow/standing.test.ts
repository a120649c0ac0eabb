import { type HistoryEvent, SFNClient } from '@aws-sdk/client-sfn';
import { expect, test } from 'vitest';
import { createStanding } from '../../src/workflow/standing.ts';
import { approved, created, requestOf, samAsPerson } from '../onboarding/examples.ts';

const json = JSON.stringify;
const state = { ...requestOf(), message: { channel: 'C0APPROVE', ts: '1.1' } };
const decided = { ...state, decision: approved };
const knowing = { ...state, decision: approved, requesterLeft: { Error: 'RequesterDeactivated', Cause: '' } };
const progress = {
  ...decided,
  grants: {},
  total: 60,
  size: 25,
  index: 1,
  people: [created(samAsPerson)],
};

const entered = (name: string, input: object): Partial<HistoryEvent> => ({
  type: 'TaskStateEntered',
  stateEnteredEventDetails: { name, input: json(input) },
});
const exited = (name: string, output: object): Partial<HistoryEvent> => ({
  type: 'TaskStateExited',
  stateExitedEventDetails: { name, output: json(output) },
});
const scheduled = (task: string, token: string): Partial<HistoryEvent> => ({
  type: 'TaskScheduled',
  taskScheduledEventDetails: {
    resourceType: 'sqs',
    resource: 'r',
    region: 'r',
    parameters: json({ MessageBody: { task, token } }),
  },
});
const done: Partial<HistoryEvent> = { type: 'TaskSucceeded' };
const asked = [entered('AwaitDecision', state), scheduled('await-decision', 't1')];

/** How a request stands, by the history of its execution in the order in which it happened. */
async function standingOf(events: Partial<HistoryEvent>[], closed?: string, later = events) {
  let reads = 0;
  const send = async () => ({
    events: (reads++ === 0 ? events : later).map((event, i) => ({ id: i + 1, ...event })).toReversed(),
  });
  const sfn = Object.assign(new SFNClient({ region: 'eu-west-1' }), { send });
  const standing = await createStanding(sfn, (name) => name)('V1', closed);
  return { standing, reads };
}

type Told = { at: number; deciding?: string; batch?: number; isOver?: true; trouble?: string };

test.each<[string, Partial<HistoryEvent>[], Told]>([
  ['waits for a decision', asked, { at: 2, deciding: 't1' }],
  [
    'waits after its task was sent once more, as its buttons could not be posted',
    [...asked, { type: 'TaskFailed' }, scheduled('await-decision', 't2')],
    { at: 4, deciding: 't2' },
  ],
  ['is between two tasks', [...asked, { type: 'TaskTimedOut' }], { at: 1 }],
  ['is reminded of', [...asked, entered('Remind', state), scheduled('remind', 't2')], { at: 3 }],
  ['was decided', [...asked, done, exited('AwaitDecision', decided)], { at: 4 }],
  [
    'is asked about again after an approval, since its requester has left',
    [...asked, done, entered('AwaitDecisionKnowing', knowing), scheduled('await-decision', 't2')],
    { at: 5, deciding: 't2' },
  ],
  [
    'is being carried out',
    [
      entered('Board', decided),
      { type: 'MapIterationStarted' },
      entered('Progress', { ...progress, index: 0 }),
      scheduled('progress', 't3'),
      done,
      entered('Progress', progress),
      scheduled('progress', 't4'),
    ],
    { at: 6, batch: 1 },
  ],
  [
    'is about to report',
    [...asked, done, entered('Report', decided), scheduled('report', 't5')],
    { at: 4, isOver: true },
  ],
  [
    'has ended well',
    [entered('Report', decided), exited('Report', { outcome: 'boarded' }), { type: 'ExecutionSucceeded' }],
    { at: 1, isOver: true },
  ],
  [
    'was stopped by hand',
    [...asked, { type: 'ExecutionAborted', executionAbortedEventDetails: { error: 'ByHand' } }],
    { at: 1, isOver: true, trouble: 'ABORTED: ByHand' },
  ],
  ['ran out of time', [...asked, { type: 'ExecutionTimedOut' }], { at: 1, isOver: true, trouble: 'TIMED_OUT' }],
  [
    'was redriven',
    [...asked, { type: 'ExecutionFailed' }, { type: 'ExecutionRedriven' }, scheduled('await-decision', 't6')],
    { at: 5, deciding: 't6' },
  ],
])('a request that %s', async (_what, events, expected) => {
  const { standing } = await standingOf(events);
  const { at, deciding, progress: batch, isOver, state: found } = standing ?? {};
  const told = { at, deciding, batch: batch?.index, isOver: isOver || undefined, trouble: found?.trouble?.Cause };
  expect(told).toEqual(expected);
});

test('what somebody started by hand is no request', async () => {
  const events = [entered('Resolve', { Comment: 'Insert your JSON here' }), { type: 'ExecutionAborted' as const }];
  expect((await standingOf(events)).standing).toBeUndefined();
});

test('a history that does not know yet of what is known is read again', async () => {
  const later = [...asked, done, exited('AwaitDecision', decided)];
  const { standing, reads } = await standingOf(asked, 't1', later);
  expect(standing?.state.decision).toEqual(approved);
  expect(reads).toBe(2);
  expect((await standingOf(asked, 't0')).reads).toBe(1);
});
