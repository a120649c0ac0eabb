import { expect, test } from 'vitest';
import { type AccountOutcome, GROUPS, type Result } from '../../src/contract/access.ts';
import { isWhole, readBatch, readOutcome } from '../../src/onboarding/outcome.ts';
import { inspectionAt, outcomeOf, portalRequest, prod, sam, targetOf } from './at-portal.ts';
import { approved, dev } from './examples.ts';

const delivered = { via: 'mail' } as const;
const done = outcomeOf('done', dev.id, 'Developer');
const had = outcomeOf('had', prod.id);
const pending = outcomeOf('pending', prod.id, 'Developer', { RequestId: 'r-1' });
const failed = outcomeOf('failed', prod.id, 'Developer', { Error: 'AssignmentFailed', Reason: 'SCP says no' });
const trouble = { Error: 'AssignmentFailed', Cause: 'SCP says no' };

const read = (Outcomes: AccountOutcome[], rest: Partial<Result> = {}, batch: object = {}) =>
  readBatch({ people: [{ ...sam, Outcomes, ...rest }], ...batch })[0];

const cases: [what: string, outcomes: AccountOutcome[], rest: Partial<Result>, outcome: object, whole: boolean][] = [
  ['everything, and told', [done], { delivered }, { status: 'told', via: 'mail' }, true],
  ['membership of groups', [outcomeOf('done', GROUPS)], { delivered }, { made: [{ AccountId: GROUPS }] }, true],
  ['a part that was there', [done, had], { delivered }, { status: 'told', had: [{ AccountId: prod.id }] }, true],
  ['only what was there', [had], {}, { status: 'had', made: [], failures: [] }, true],
  [
    'a part that AWS goes on preparing',
    [done, pending],
    { delivered },
    { status: 'told', pending: [{ AccountId: prod.id, permissionSet: 'Developer', requestId: 'r-1' }] },
    false,
  ],
  ['only what AWS goes on preparing', [pending], { delivered }, { status: 'told', made: [] }, false],
  [
    'a part that failed, with what AWS says of it',
    [done, failed],
    { delivered },
    { status: 'told', failures: [{ place: { AccountId: prod.id, permissionSet: 'Developer' }, trouble }] },
    false,
  ],
  ['nothing, since it failed', [failed], {}, { status: 'not-created', trouble }, false],
  ['nothing new: one part was there, one failed', [had, failed], {}, { status: 'not-created', trouble }, false],
  ...['GroupsLeft', 'MayBeAssigned'].map((error): (typeof cases)[number] => [
    `nothing for certain: ${error}`,
    [failed, outcomeOf('failed', dev.id, 'Developer', { Error: error })],
    {},
    { status: 'unknown', trouble: { Error: error }, failures: [{ trouble }, { trouble: { Error: error } }] },
    false,
  ]),
  [
    'nothing, and perhaps a user without access',
    [outcomeOf('failed', dev.id, undefined, { Error: 'UserMayExist' })],
    {},
    { status: 'not-created', trouble: { Error: 'UserMayExist' } },
    false,
  ],
  [
    'a part, and perhaps another',
    [done, outcomeOf('failed', prod.id, 'Developer', { Error: 'MayBeAssigned' })],
    { delivered },
    { status: 'told', failures: [{ trouble: { Error: 'MayBeAssigned' } }] },
    false,
  ],
  [
    'everything, and was not told',
    [done],
    { undelivered: { Error: 'CannotBeReached', Cause: '' } },
    { status: 'created-not-told', trouble: { Error: 'CannotBeReached' } },
    false,
  ],
  ['everything, and nobody knows whether they were told', [done], {}, { status: 'created-not-told' }, false],
  [
    'nothing, and what was made for them stays',
    [failed],
    { left: { Error: 'InertUserLeft', Cause: '' } },
    { status: 'not-created', left: { Error: 'InertUserLeft' } },
    false,
  ],
];
test.each(cases)('somebody was given %s', (_what, outcomes, rest, expected, whole) => {
  const outcome = read(outcomes, rest);
  expect(outcome).toMatchObject(expected);
  expect(outcome && isWhole(outcome)).toBe(whole);
});

test.each([
  ['ProfileUnavailable', 'not-created'],
  ['ProfileMissing', 'not-created'],
  ['PolicyChanged', 'not-created'],
  ['NotNotified', 'not-created'],
  ['States.Timeout', 'unknown'],
  ['DirectoryUnreachable', 'unknown'],
])('a batch that ended with %s has people of whom it is %s', (error, status) => {
  expect(read([], {}, { trouble: { Error: error, Cause: '' } })).toMatchObject({ status });
});

const yuki = { ...sam, userName: 'yuki' };
const missing = outcomeOf('failed', dev.id, undefined, { Error: 'UserMissing' });
const aside = (...people: (typeof sam)[]) =>
  inspectionAt(
    [targetOf(dev.id, 'Developer')],
    [sam, yuki].map((person) =>
      people.includes(person)
        ? { person, effects: ['UserMissing'], Why: 'UserMissing' }
        : { person, effects: ['create'] },
    ),
  );
const both = { users: [sam, yuki], setAside: [], involved: [] };

test('who is set aside is no outcome, and does not count', () => {
  const people: Result[] = [
    { ...sam, Outcomes: [missing] },
    { ...yuki, Outcomes: [done], delivered },
  ];
  const state = { ...portalRequest(), resolved: both, decision: approved, outcomes: [{ people }] };
  expect(readOutcome({ ...state, inspection: aside(sam) })).toMatchObject({
    kind: 'boarded',
    told: 1,
    people: [{ person: { userName: 'yuki' } }],
    aside: [{ person: { userName: 'sam' }, Why: 'UserMissing' }],
  });
  // Of whom that became so after the approval it is an outcome.
  expect(readOutcome({ ...state, inspection: aside() })).toMatchObject({ told: 1, people: [{}, {}], aside: [] });
});

test.each([
  ['everybody is set aside', aside(sam, yuki), { Error: 'NobodyLeft', Cause: '' }, { kind: 'nobody' }],
  ['something went wrong besides', aside(sam), { Error: 'States.Timeout', Cause: '' }, { kind: 'failed' }],
  ['nobody is, whatever is said', aside(), { Error: 'NobodyLeft', Cause: '' }, { kind: 'failed' }],
])('a request in which %s', (_what, inspection, trouble, outcome) => {
  expect(readOutcome({ ...portalRequest(), resolved: both, inspection, trouble })).toMatchObject(outcome);
});

test('where a machine says nothing on it, there is nothing to be said', () => {
  expect(read([outcomeOf('failed', dev.id)])?.failures[0]?.trouble).toEqual({ Error: 'Failed', Cause: '' });
  expect(read([outcomeOf('pending', dev.id)])?.pending[0]?.requestId).toBe('');
  expect(read([])).toMatchObject({ trouble: { Cause: '' } });
  const missing = outcomeOf('failed', GROUPS, undefined, { Error: 'GroupFromDirectory' });
  expect(read([missing])?.failures[0]?.trouble.Cause).toBe('');
});

test('each group of the directory is named where it could not be joined', () => {
  const groups = ['Engineering', 'Ops'].map((Name) => ({
    Kind: 'group' as const,
    Name,
    Exists: true,
    FromDirectory: true,
  }));
  const inspection = inspectionAt([{ ...targetOf(GROUPS), Checked: groups }], [{ person: sam, effects: ['grant'] }]);
  const people = [{ ...sam, Outcomes: [outcomeOf('failed', GROUPS, undefined, { Error: 'GroupFromDirectory' })] }];
  const resolved = { users: [sam], setAside: [], involved: [] };
  const state = { ...portalRequest(), resolved, decision: approved, inspection, outcomes: [{ people }] };
  expect(readOutcome(state)).toMatchObject({
    people: [{ trouble: { Error: 'GroupFromDirectory', Cause: 'Engineering, Ops' } }],
  });
});

test('of whom nothing is known it is not said that they had it', () => {
  expect(read([])).toMatchObject({ status: 'created-not-told', trouble: { Error: 'Failed' } });
});

test.each([
  ['was', { listed: { inThread: true } }, true],
  ['was not', { listed: { inThread: false } }, false],
  ['may have been', {}, false],
])('a batch that %s told in the thread is told at the end accordingly', (_what, batch, expected) => {
  expect(read([done], { delivered }, batch)).toMatchObject({ isInThread: expected });
});

test('those who had everything count with those who were told', () => {
  const people: Result[] = [
    { ...sam, Outcomes: [had] },
    { ...sam, Outcomes: [done], delivered },
    { ...sam, Outcomes: [done, pending], delivered },
  ];
  const resolved = { users: people, setAside: [], involved: [] };
  const state = { ...portalRequest(), resolved, decision: approved, outcomes: [{ people }] };
  expect(readOutcome(state)).toMatchObject({ kind: 'boarded', told: 2 });
});
