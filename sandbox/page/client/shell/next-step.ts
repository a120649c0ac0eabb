import type { AccountSlice, ExecutionSlice, PersonSlice, Slices } from '../../slices.ts';
import { canAct } from './listed-people.ts';
import { givenTo, isThrough } from './onboarded.ts';
import { stepOfUsers } from './step-of-users.ts';

/** What to do next in the one job there is, and as whom. */
export type Step =
  | { name: 'ask'; person: PersonSlice }
  | { name: 'fill' }
  | { name: 'approve'; person: PersonSlice; channel: string | undefined }
  | { name: 'wait' }
  /** So many passwords wait for them, of as many accounts. */
  | { name: 'fetch'; person: PersonSlice; count: number }
  /** They are through with one account, and have another. */
  | { name: 'fetch-next'; person: PersonSlice; after: AccountSlice; account: AccountSlice }
  /** The password is on the screen. */
  | { name: 'copy'; account: AccountSlice; userName: string }
  | { name: 'sign-in'; person: PersonSlice; account: AccountSlice; userName: string }
  | { name: 'own-password' }
  | { name: 'assign-mfa' }
  | { name: 'sign-in-again'; account: AccountSlice; userName: string }
  | { name: 'read-mail'; account: AccountSlice; userName: string }
  | { name: 'done' };

/** Whether a modal is what it is about: that covers what stands elsewhere. */
export const isDoneInModal = ({ name }: Step): boolean => name === 'fill' || name === 'copy';

/**
 * The furthest that any request has come says what is next; undefined where nobody could do it, or somebody goes on after the end.
 * The end is where one person can work in all their accounts: nobody has to do it all once more in another's name.
 */
export function nextStep(slices: Slices): Step | undefined {
  const given = givenTo(slices);
  if (given.some((users) => users.every(isThrough))) return runningRequest(slices) ? undefined : { name: 'done' };
  return stepOfUsers(given, slices) ?? stepOfRunning(slices) ?? stepOfAsking(slices);
}

const runningRequest = ({ executions }: Slices) =>
  executions.find(({ machine, status }) => machine === 'onboarding' && status === 'RUNNING');

function stepOfRunning(slices: Slices): Step | undefined {
  const { executions, people, activity } = slices;
  const running = runningRequest(slices);
  if (!running) return undefined;
  const isCreating = executions.some((one) => isProvisioning(one) && one.startedBy === running.arn);
  const { requestedBy, beneficiaries = [] } = running.about ?? {};
  const approver = people.find(({ id, isApprover }) => isApprover && id !== requestedBy && !beneficiaries.includes(id));
  if (isCreating || !approver) return { name: 'wait' };
  const [newest] = activity
    .filter(({ onlyFor }) => onlyFor === undefined)
    .toSorted((one, other) => Number(other.latest) - Number(one.latest));
  return { name: 'approve', person: approver, channel: newest?.channel };
}

const isProvisioning = ({ machine }: ExecutionSlice): boolean => machine === 'provision-iam-user';

function stepOfAsking({ me, people }: Slices): Step | undefined {
  if (me.modals.some(({ callback_id }) => callback_id === 'request')) return { name: 'fill' };
  const mayAsk = people.filter((person) => canAct(person) && person.kind === 'member');
  const person = mayAsk.find(({ id }) => id === me.user.id) ?? mayAsk[0];
  return person && { name: 'ask', person };
}
