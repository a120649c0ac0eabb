import type { AccountOutcome, Inspection, Result } from '../contract/access.ts';
import type { Person } from '../contract/people.ts';
import type { Batch, OnboardingState } from '../contract/state.ts';
import type { Trouble } from '../contract/trouble.ts';
import { asideOf, directoryGroups, type Place } from './effects.ts';
import { nameOfTrouble } from './trouble.ts';

/** Where somebody was given nothing, and why. */
export type Failure = { place: Place; trouble: Trouble };

/** What became of one person, and whether the request's thread says so already. */
export type PersonOutcome = {
  person: Person;
  isInThread: boolean;
  /** Where they have access now that they had not before. */
  made: Place[];
  /** Where they had it before. */
  had: Place[];
  /** Where AWS goes on preparing it. */
  pending: (Place & { requestId: string })[];
  failures: Failure[];
  /** What was made for them and could not be taken back. */
  left: Trouble | undefined;
} & (
  | { status: 'told'; via: 'slack' | 'mail' }
  /** They had everything before. */
  | { status: 'had' }
  | { status: 'created-not-told' | 'not-created'; trouble: Trouble }
  /** The whole batch broke off, or AWS did not say whether it did as it was asked: how far it came for this person is not known. */
  | { status: 'unknown'; trouble: Trouble }
);

/** How a request ended. */
export type Outcome =
  | { kind: 'nobody' }
  | { kind: 'expired' }
  | { kind: 'withdrawn' }
  | { kind: 'denied'; reason: string }
  | { kind: 'failed'; trouble: Trouble }
  /** `told`: how many have access everywhere, and were told how to sign in. `aside`: whom the request went on without. */
  | { kind: 'boarded'; people: PersonOutcome[]; told: number; aside: Aside[] };

type Aside = ReturnType<typeof asideOf>[number];

/** Has this person all that was asked for them? */
export const isWhole = ({ status, failures, pending }: PersonOutcome): boolean =>
  (status === 'told' || status === 'had') && failures.length === 0 && pending.length === 0;

/** Reads how a request ended from the state that its execution hands to `report`. */
export function readOutcome(state: OnboardingState): Outcome {
  const { resolved, decision, trouble, outcomes } = state;
  const aside = asideOf(state);
  if (trouble?.Error === 'NobodyLeft' && aside.length > 0) return { kind: 'nobody' };
  if (trouble) return { kind: 'failed', trouble };
  if (!resolved || resolved.users.length === 0) return { kind: 'nobody' };
  if (decision?.outcome === 'denied') return { kind: 'denied', reason: decision.reason };
  if (decision?.outcome === 'withdrawn') return { kind: 'withdrawn' };
  if (decision?.outcome !== 'approved') return { kind: 'expired' };

  const isAside = ({ person }: PersonOutcome) => aside.some((each) => each.person.userName === person.userName);
  const people = (outcomes ?? [])
    .flatMap((batch) => readBatch(batch, state.inspection))
    .filter((each) => !isAside(each));
  return { kind: 'boarded', people, told: people.filter(isWhole).length, aside };
}

/** Reads what became of each person of a batch. Which groups a directory fills, the inspection knows alone. */
export function readBatch({ people, trouble, listed }: Batch, inspection?: Inspection): PersonOutcome[] {
  const isInThread = listed?.inThread ?? false;
  const ofDirectory = inspection ? directoryGroups(inspection).join(', ') : '';
  const named = (outcome: AccountOutcome): AccountOutcome =>
    outcome.Error === 'GroupFromDirectory' ? { ...outcome, Reason: ofDirectory } : outcome;
  return people.map((result) => readResult({ ...result, Outcomes: result.Outcomes.map(named) }, trouble, isInThread));
}

function readResult(
  { Outcomes, delivered, undelivered, left, ...person }: Result,
  batchTrouble: Trouble | undefined,
  isInThread: boolean,
): PersonOutcome {
  const made = placesOf(Outcomes, 'done');
  const had = placesOf(Outcomes, 'had');
  const pending = Outcomes.filter(({ Status }) => Status === 'pending').map((outcome) => ({
    ...placeOf(outcome),
    requestId: outcome.RequestId ?? '',
  }));
  const failures = Outcomes.filter(({ Status }) => Status === 'failed').map(failureOf);
  const about = { person, isInThread, made, had, pending, failures, left };
  const [failure] = failures;
  const isGivenNothing = made.length + pending.length === 0;
  if (batchTrouble) return { ...about, status: statusAfter(batchTrouble), trouble: batchTrouble };
  const perhaps = failures.find(({ trouble }) => mayHaveAccess(trouble));
  if (isGivenNothing && perhaps) return { ...about, status: 'unknown', trouble: perhaps.trouble };
  if (isGivenNothing && failure) return { ...about, status: 'not-created', trouble: failure.trouble };
  if (isGivenNothing && Outcomes.length > 0) return { ...about, status: 'had' };
  if (delivered) return { ...about, status: 'told', via: delivered.via };
  return { ...about, status: 'created-not-told', trouble: undelivered ?? { Error: 'Failed', Cause: '' } };
}

const placesOf = (outcomes: AccountOutcome[], status: AccountOutcome['Status']): Place[] =>
  outcomes.filter(({ Status }) => Status === status).map(placeOf);

const placeOf = ({ AccountId, PermissionSet }: AccountOutcome): Place => ({ AccountId, permissionSet: PermissionSet });

const failureOf = (outcome: AccountOutcome): Failure => ({
  place: placeOf(outcome),
  trouble: { Error: outcome.Error ?? 'Failed', Cause: outcome.Reason ?? '' },
});

/** With these a batch ends before anything is done. */
const BEFOREHAND = ['PolicyChanged', 'ProfileMissing', 'ProfileUnavailable', 'ProfileUnreadable', 'NotNotified'];

/** After any other end of a batch something may have been created. */
function statusAfter(trouble: Trouble): 'not-created' | 'unknown' {
  return BEFOREHAND.includes(nameOfTrouble(trouble) ?? '') ? 'not-created' : 'unknown';
}

/** After these somebody may be able to do what they were not given for certain. */
export const mayHaveAccess = ({ Error: name }: Trouble): boolean => name === 'GroupsLeft' || name === 'MayBeAssigned';

/** After these something of what was asked for may be there. */
export const isUncertain = (trouble: Trouble): boolean => mayHaveAccess(trouble) || trouble.Error === 'UserMayExist';

/** After these somebody who was given access may have been told, and it was only not heard of. */
export const mayHaveBeenTold = ({ Error: name }: Trouble): boolean =>
  ['Unavailable', 'Abandoned', 'States.Timeout'].includes(name);
