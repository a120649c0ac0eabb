import { expect, test } from 'vitest';
import type { OnboardingState } from '../../src/contract/state.ts';
import { isUncertain, mayHaveBeenTold, readOutcome } from '../../src/onboarding/outcome.ts';
import { portalRequest, sam } from './at-portal.ts';
import { approved } from './examples.ts';

const both = { users: [sam, { ...sam, userName: 'yuki' }], setAside: [], involved: [] };
const { by, at, request } = approved;
const ends: [how: string, state: Partial<OnboardingState>, outcome: object][] = [
  ['nobody is left of those who were named', { resolved: { ...both, users: [] } }, { kind: 'nobody' }],
  ['nobody was looked up', {}, { kind: 'nobody' }],
  ['there was no decision', { resolved: both }, { kind: 'expired' }],
  ['nobody decided', { resolved: both, decision: { outcome: 'expired' } }, { kind: 'expired' }],
  ['it was withdrawn', { resolved: both, decision: { outcome: 'withdrawn', request, by, at } }, { kind: 'withdrawn' }],
  [
    'it was denied',
    { resolved: both, decision: { outcome: 'denied', request, by, at, reason: 'not now' } },
    { kind: 'denied', reason: 'not now' },
  ],
  [
    'it was approved, and nothing is known of what was given',
    { resolved: both, decision: approved },
    { kind: 'boarded', people: [], told: 0, aside: [] },
  ],
];
test.each(ends)('a request ends as what it was: %s', (_how, state, outcome) => {
  expect(readOutcome({ ...portalRequest(), ...state })).toEqual(outcome);
});

test.each([
  ['GroupsLeft', true],
  ['MayBeAssigned', true],
  ['UserMayExist', true],
  ['UserAlreadyExists', false],
  ['States.Timeout', false],
])('after %s something of what was asked for may be there: %s', (error, expected) => {
  expect(isUncertain({ Error: error, Cause: '' })).toBe(expected);
});

test.each([
  ['Unavailable', true],
  ['Abandoned', true],
  ['States.Timeout', true],
  ['CannotBeReached', false],
  ['MailRejected', false],
])('after %s somebody may have been told: %s', (error, expected) => {
  expect(mayHaveBeenTold({ Error: error, Cause: '' })).toBe(expected);
});
