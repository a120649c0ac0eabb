import { expect, test } from 'vitest';
import type { OnboardingState } from '../../src/contract/state.ts';
import { brokenOff } from '../../src/onboarding/broken-off.ts';
import { readOutcome } from '../../src/onboarding/outcome.ts';
import { approved, samAsPerson } from './examples.ts';

const { by, at } = approved;
const resolved = { users: [samAsPerson], setAside: [], involved: [] };

test.each<[string, Partial<OnboardingState>, object]>([
  ['before anybody was looked up', {}, { kind: 'failed', trouble: { Error: 'EndedEarly' } }],
  ['while it waited for a decision', { resolved }, { kind: 'failed', trouble: { Error: 'EndedEarly' } }],
  ['after an approval', { resolved, decision: approved }, { kind: 'failed', trouble: { Error: 'EndedEarly' } }],
  [
    'while something was given',
    { resolved, decision: approved, board: { size: 25 } },
    { kind: 'failed', trouble: { Error: 'BrokenOff' } },
  ],
  ['with nobody to onboard', { resolved: { ...resolved, users: [] } }, { kind: 'nobody' }],
  [
    'after a denial',
    { resolved, decision: { outcome: 'denied', request: 'V01', by, at, reason: 'no' } },
    { kind: 'denied' },
  ],
  ['after nobody decided', { resolved, decision: { outcome: 'expired' } }, { kind: 'expired' }],
  [
    'after a trouble of its own',
    { resolved, decision: approved, trouble: { Error: 'SelfApproval', Cause: '' } },
    { kind: 'failed', trouble: { Error: 'SelfApproval' } },
  ],
  ['when everybody was told', { resolved, decision: approved, outcomes: [{ people: [] }] }, { kind: 'boarded' }],
])('an execution that ended %s is told of as what it was', (_when, state, outcome) => {
  const ended = brokenOff(state as OnboardingState, 'ABORTED');
  expect(readOutcome(ended)).toMatchObject(outcome);
});

test('with how it ended in its cause', () => {
  expect(brokenOff({} as OnboardingState, 'FAILED: States.Runtime').trouble?.Cause).toBe('FAILED: States.Runtime');
});
