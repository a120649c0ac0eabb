import type { AccountSlice, ExecutionSlice, PersonSlice, Slices } from '../../slices.ts';
import type { Visits } from '../aws/portal/visits.ts';
import { canAct } from './listed-people.ts';
import { givenTo, isThrough } from './onboarded.ts';
import { stepOfUsers } from './step-of-users.ts';
import { isInside, stepOfVisitors, visitorsOf } from './visitors.ts';

/** The ways in: a user in each account, or one at the AWS access portal. */
export const ways = ['iam-user', 'identity-center'] as const;
export type Way = (typeof ways)[number];

/** What to do next in the one job there is, and as whom. */
export type Step =
  | { name: 'ask'; person: PersonSlice }
  /** The form asks for no accounts where groups alone are given. */
  | { name: 'fill'; way: Way; takesAccounts: boolean }
  /** Nobody was asked yet. */
  | { name: 'inspect' }
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
  /** Nobody in particular where an e-mail says where the portal is. */
  | { name: 'to-portal'; person: PersonSlice | undefined; userName: string }
  | { name: 'mailed-code'; email: string }
  | { name: 'portal-mfa' }
  | { name: 'open-account' }
  /** One way is done: there is another. */
  | { name: 'ask-next'; person: PersonSlice; way: Way }
  | { name: 'done' };

/** Whether a modal is what it is about: that covers what stands elsewhere. */
export const isDoneInModal = ({ name }: Step): boolean => name === 'fill' || name === 'copy';

/** Whether somebody has begun to sign in at the portal. */
export const isAtPortal = ({ name }: Step): boolean => ['mailed-code', 'portal-mfa', 'open-account'].includes(name);

/** Whether a way is at its end: nobody has to be led there who was not on it. */
export const isEnd = ({ name }: Step): boolean => name === 'done' || name === 'ask-next';

/**
 * What was begun last says what is next, as far as it has come; undefined where nobody could do it, or somebody goes on after the
 * end. The end of a way is where one person can work in all their accounts: nobody has to do it all once more in another's name.
 */
export function nextStep(slices: Slices, visits: Visits = {}): Step | undefined {
  const given = givenTo(slices);
  const visitors = visitorsOf(slices);
  const isDone: Record<Way, boolean> = {
    'iam-user': given.some((users) => users.every(isThrough)),
    'identity-center': visitors.some((visitor) => isInside(visitor, visits)),
  };
  const running = runningRequest(slices);
  const begun: { way: Way; since: string; step: Step | undefined }[] = [
    {
      way: 'iam-user',
      since: latest(given.flat().map(({ user }) => user.createdAt)),
      step: stepOfUsers(given, slices),
    },
    {
      way: 'identity-center',
      since: latest(visitors.map(({ toldAt }) => toldAt)),
      step: stepOfVisitors(visitors, slices),
    },
    ...(running ? [{ way: wayOf(running), since: running.startDate, step: stepOfRunning(running, slices) }] : []),
  ];
  const [newest] = begun
    .filter(({ way, step }) => step && !isDone[way])
    .toSorted((one, other) => Date.parse(other.since) - Date.parse(one.since));
  if (newest || running) return newest?.step;
  const left = ways.filter((way) => !isDone[way]);
  const [way] = left;
  return way ? stepOfAsking(slices, way, left.length < ways.length) : { name: 'done' };
}

const latest = (moments: string[]): string => moments.toSorted().at(-1) ?? '';

const runningRequest = ({ executions }: Slices) =>
  executions.find(({ machine, status }) => machine === 'onboarding' && status === 'RUNNING');

const wayOf = ({ about }: ExecutionSlice): Way => ways.find((way) => way === about?.method) ?? 'iam-user';

function stepOfRunning(running: ExecutionSlice, { executions, people, activity }: Slices): Step {
  const isGiving = executions.some((one) => isProvisioning(one) && one.startedBy === running.arn);
  const { requestedBy, beneficiaries = [] } = running.about ?? {};
  const approver = people.find(({ id, isApprover }) => isApprover && id !== requestedBy && !beneficiaries.includes(id));
  if (!running.states.Announce?.exited) return { name: 'inspect' };
  if (isGiving || !approver) return { name: 'wait' };
  const [newest] = activity
    .filter(({ onlyFor }) => onlyFor === undefined)
    .toSorted((one, other) => Number(other.latest) - Number(one.latest));
  return { name: 'approve', person: approver, channel: newest?.channel };
}

const isProvisioning = ({ machine }: ExecutionSlice): boolean => machine.startsWith('provision-');

function stepOfAsking({ me, people }: Slices, way: Way, isNext: boolean): Step | undefined {
  const form = me.modals.find(({ callback_id }) => callback_id === 'request');
  if (form) return { name: 'fill', way, takesAccounts: form.blocks.some(({ block_id }) => block_id === 'accounts') };
  const mayAsk = people.filter((person) => canAct(person) && person.kind === 'member');
  const person = mayAsk.find(({ id }) => id === me.user.id) ?? mayAsk[0];
  return person && (isNext ? { name: 'ask-next', person, way } : { name: 'ask', person });
}
