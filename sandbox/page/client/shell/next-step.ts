import type { ExecutionSlice, PersonSlice, Slices } from '../../slices.ts';
import type { Visits } from '../aws/portal/visits.ts';
import { canAct } from './listed-people.ts';
import { givenTo, isThrough } from './onboarded.ts';
import { type Step, type Way, ways } from './step.ts';
import { stepOfUsers } from './step-of-users.ts';
import { isInside, stepOfVisitors, visitorsOf } from './visitors.ts';

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
  // Who approves is needed for that: nobody does it for themselves.
  const others = mayAsk.filter(({ isApprover }) => !isApprover);
  const isMe = ({ id }: PersonSlice) => id === me.user.id;
  const person = others.find(isMe) ?? others[0] ?? mayAsk.find(isMe) ?? mayAsk[0];
  return person && (isNext ? { name: 'ask-next', person, way } : { name: 'ask', person });
}
