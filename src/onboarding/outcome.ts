import type { AccountOutcome, Result } from '../contract/access.ts';
import type { Person } from '../contract/people.ts';
import type { Batch, OnboardingState } from '../contract/state.ts';
import type { Trouble } from '../contract/trouble.ts';
import { nameOfTrouble } from './trouble.ts';

/** An account in which somebody was given nothing, and why. */
export type Failure = { accountId: string; trouble: Trouble };

/** What became of one person, and whether the request's thread says so already. */
export type PersonOutcome = {
  person: Person;
  isInThread: boolean;
  /** The accounts in which they have a user now. */
  made: string[];
  failures: Failure[];
} & (
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
  /** `told`: how many have a user in every account, and were told how to sign in. */
  | { kind: 'boarded'; people: PersonOutcome[]; told: number };

/** Has this person all that was asked for them? */
export const isWhole = ({ status, failures }: PersonOutcome): boolean => status === 'told' && failures.length === 0;

/** Reads how a request ended from the state that its execution hands to `report`. */
export function readOutcome({ resolved, decision, trouble, outcomes }: OnboardingState): Outcome {
  if (trouble) return { kind: 'failed', trouble };
  if (!resolved || resolved.users.length === 0) return { kind: 'nobody' };
  if (decision?.outcome === 'denied') return { kind: 'denied', reason: decision.reason };
  if (decision?.outcome === 'withdrawn') return { kind: 'withdrawn' };
  if (decision?.outcome !== 'approved') return { kind: 'expired' };

  const people = (outcomes ?? []).flatMap(readBatch);
  return { kind: 'boarded', people, told: people.filter(isWhole).length };
}

/** Reads what became of each person of a batch. */
export function readBatch({ people, trouble, listed }: Batch): PersonOutcome[] {
  const isInThread = listed?.inThread ?? false;
  return people.map((result) => readResult(result, trouble, isInThread));
}

function readResult(
  { Outcomes, delivered, undelivered, ...person }: Result,
  batchTrouble: Trouble | undefined,
  isInThread: boolean,
): PersonOutcome {
  const made = Outcomes.filter(({ Status }) => Status === 'done').map(({ AccountId }) => AccountId);
  const failures = Outcomes.filter(({ Status }) => Status === 'failed').map(failureOf);
  const about = { person, isInThread, made, failures };
  const [failure] = failures;
  if (batchTrouble) return { ...about, status: statusAfter(batchTrouble), trouble: batchTrouble };
  if (made.length === 0 && failure) return { ...about, status: 'not-created', trouble: failure.trouble };
  if (delivered) return { ...about, status: 'told', via: delivered.via };
  return { ...about, status: 'created-not-told', trouble: undelivered ?? { Error: 'Failed', Cause: '' } };
}

const failureOf = ({ AccountId, Error: name = 'Failed' }: AccountOutcome): Failure => ({
  accountId: AccountId,
  trouble: { Error: name, Cause: '' },
});

/** With these a batch ends before anything is done. */
const BEFOREHAND = ['PolicyChanged', 'ProfileMissing', 'ProfileUnreadable', 'NotNotified'];

/** After any other end of a batch something may have been created. */
function statusAfter(trouble: Trouble): 'not-created' | 'unknown' {
  return BEFOREHAND.includes(nameOfTrouble(trouble) ?? '') ? 'not-created' : 'unknown';
}
