import type { AccountSlice, ExecutionSlice, PersonSlice, Slices, UserSlice } from '../../slices.ts';
import { canAct } from './listed-people.ts';

/** What to do next in the one job there is, and as whom. */
export type Step =
  | { name: 'ask'; person: PersonSlice }
  | { name: 'fill' }
  | { name: 'approve'; person: PersonSlice; channel: string | undefined }
  | { name: 'wait' }
  | { name: 'fetch'; person: PersonSlice }
  | { name: 'sign-in'; person: PersonSlice; account: AccountSlice; userName: string }
  | { name: 'read-mail'; account: AccountSlice; userName: string }
  | { name: 'done' };

/** The furthest that any request has come says what is next; undefined where nobody could do it. */
export function nextStep(slices: Slices): Step | undefined {
  const users = onboardedUsers(slices);
  if (users.some(({ user }) => user.passwordLastUsed && !user.loginProfile?.passwordResetRequired))
    return { name: 'done' };

  const owned = users.flatMap(({ account, user }) => {
    const owner = slices.people.find(({ id }) => id === user.tags['onboarding:claimant']);
    return owner ? [{ account, user, owner }] : [];
  });
  const ready = owned.find(({ user }) => user.loginProfile);
  if (ready) return { name: 'sign-in', person: ready.owner, account: ready.account, userName: ready.user.userName };
  const [waiting] = owned;
  if (waiting) return { name: 'fetch', person: waiting.owner };
  const mailed = users.find(({ user }) => user.loginProfile);
  if (mailed) return { name: 'read-mail', account: mailed.account, userName: mailed.user.userName };

  return stepOfRunning(slices) ?? stepOfAsking(slices);
}

type Onboarded = { account: AccountSlice; user: UserSlice };

function onboardedUsers({ accounts }: Slices): Onboarded[] {
  return accounts.used.flatMap((account) =>
    account.users.filter(({ path }) => path.startsWith('/onboarded/')).map((user) => ({ account, user })),
  );
}

function stepOfRunning({ executions, people, activity }: Slices): Step | undefined {
  const running = executions.find(({ machine, status }) => machine === 'onboarding' && status === 'RUNNING');
  if (!running) return undefined;
  const isCreating = executions.some((one) => isProvisioning(one) && one.startedBy === running.arn);
  const approver = people.find(({ id, isApprover }) => isApprover && id !== running.about?.requestedBy);
  if (isCreating || !approver) return { name: 'wait' };
  const [newest] = activity
    .filter(({ onlyFor }) => onlyFor === undefined)
    .toSorted((one, other) => Number(other.latest) - Number(one.latest));
  return { name: 'approve', person: approver, channel: newest?.channel };
}

const isProvisioning = ({ machine }: ExecutionSlice): boolean => machine === 'provision-iam-users';

function stepOfAsking({ me, people }: Slices): Step | undefined {
  if (me.modals.some(({ callback_id }) => callback_id === 'request')) return { name: 'fill' };
  const mayAsk = people.filter((person) => canAct(person) && person.kind === 'member');
  const person = mayAsk.find(({ id }) => id === me.user.id) ?? mayAsk[0];
  return person && { name: 'ask', person };
}
