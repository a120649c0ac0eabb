import type { Batch, OnboardingState, Person, Trouble } from './request.ts';
import { kindOfTrouble } from './trouble.ts';

/** What became of one person, and whether the request's thread says so already. */
export type PersonOutcome = { person: Person; isInThread: boolean } & (
  | { status: 'told'; via: 'slack' | 'mail' }
  | { status: 'created-not-told' | 'not-created'; trouble: Trouble }
  /** The whole batch broke off: how far it came for this person is not known. */
  | { status: 'unknown'; trouble: Trouble }
);

/** How a request ended. */
export type Outcome =
  | { kind: 'nobody' }
  | { kind: 'expired' }
  | { kind: 'withdrawn' }
  | { kind: 'denied'; reason: string }
  | { kind: 'failed'; trouble: Trouble }
  /** `told`: how many have all they need to sign in. */
  | { kind: 'boarded'; people: PersonOutcome[]; told: number };

/** Reads how a request ended from the state that its execution hands to `report`. */
export function readOutcome({ resolved, decision, trouble, outcomes }: OnboardingState): Outcome {
  if (trouble) return { kind: 'failed', trouble };
  if (!resolved || resolved.users.length === 0) return { kind: 'nobody' };
  if (decision?.outcome === 'denied') return { kind: 'denied', reason: decision.reason };
  if (decision?.outcome === 'withdrawn') return { kind: 'withdrawn' };
  if (decision?.outcome !== 'approved') return { kind: 'expired' };

  const people = (outcomes ?? []).flatMap(readBatch);
  return { kind: 'boarded', people, told: people.filter(({ status }) => status === 'told').length };
}

/** Reads what became of each person of a batch. */
export function readBatch({ people, trouble: batchTrouble, listed }: Batch): PersonOutcome[] {
  const isInThread = listed?.inThread ?? false;
  return people.map(({ Error: name, Cause, LoginURL: _, delivered, undelivered, ...person }): PersonOutcome => {
    const about = { person, isInThread };
    if (batchTrouble) return { ...about, status: statusAfter(batchTrouble), trouble: batchTrouble };
    if (name !== undefined) return { ...about, status: 'not-created', trouble: { Error: name, Cause: Cause ?? '' } };
    if (delivered) return { ...about, status: 'told', via: delivered.via };
    return { ...about, status: 'created-not-told', trouble: undelivered ?? { Error: 'Failed', Cause: '' } };
  });
}

/** Without a way into the account nothing can have been created; after any other end of a batch something may. */
function statusAfter(trouble: Trouble): 'not-created' | 'unknown' {
  return kindOfTrouble(trouble) === 'account-unreachable' ? 'not-created' : 'unknown';
}
