import type { Batch, OnboardingState, Person, Trouble } from './request.ts';
import { kindOfTrouble } from './trouble.ts';

/** What became of one person. */
export type PersonOutcome =
  | { person: Person; status: 'told'; via: 'slack' | 'mail' }
  | { person: Person; status: 'created-not-told'; trouble: Trouble }
  | { person: Person; status: 'not-created'; trouble: Trouble }
  /** The whole batch broke off: how far it came for this person is not known. */
  | { person: Person; status: 'unknown'; trouble: Trouble };

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
export function readBatch({ people, trouble: batchTrouble }: Batch): PersonOutcome[] {
  return people.map(({ Error: name, Cause, LoginURL: _, delivered, undelivered, ...person }): PersonOutcome => {
    if (batchTrouble) return { person, status: statusAfter(batchTrouble), trouble: batchTrouble };
    if (name !== undefined) return { person, status: 'not-created', trouble: { Error: name, Cause: Cause ?? '' } };
    if (delivered) return { person, status: 'told', via: delivered.via };
    return { person, status: 'created-not-told', trouble: undelivered ?? { Error: 'Failed', Cause: '' } };
  });
}

/** Without a way into the account nothing can have been created; after any other end of a batch something may. */
function statusAfter(trouble: Trouble): 'not-created' | 'unknown' {
  return kindOfTrouble(trouble) === 'account-unreachable' ? 'not-created' : 'unknown';
}
