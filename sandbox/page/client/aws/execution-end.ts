import type { ExecutionSlice } from '../../slices.ts';

/** With these a machine says no, as it was made to: it has not failed. */
const refusals = [
  'AlreadyShown',
  'AlreadySignedIn',
  'ClaimClosed',
  'NothingForYou',
  'NotYours',
  'Overtaken',
  'UserNotFound',
];

type Outcome = Exclude<NonNullable<ExecutionSlice['outcome']>, 'failed'> | 'unsuccessful';
type End = Outcome | 'refused' | ExecutionSlice['status'];

/** How it goes; of a request that is over what it came to, and of an answer that was no, that. */
export function endOf({ status, outcome, error }: Pick<ExecutionSlice, 'status' | 'outcome' | 'error'>): End {
  // The execution itself has done what it is for.
  if (outcome) return outcome === 'failed' ? 'unsuccessful' : outcome;
  return status === 'FAILED' && error !== undefined && refusals.includes(error) ? 'refused' : status;
}
