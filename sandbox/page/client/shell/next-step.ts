import type { AccountSlice, ExecutionSlice, PersonSlice, Slices, UserSlice } from '../../slices.ts';
import { canAct } from './listed-people.ts';

/** What to do next in the one job there is, and as whom. */
export type Step =
  | { name: 'ask'; person: PersonSlice }
  | { name: 'fill' }
  | { name: 'approve'; person: PersonSlice; channel: string | undefined }
  | { name: 'wait' }
  | { name: 'fetch'; person: PersonSlice }
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

/** The furthest that any request has come says what is next; undefined where nobody could do it, or somebody goes on after the end. */
export function nextStep(slices: Slices): Step | undefined {
  const users = onboardedUsers(slices);
  if (users.some(({ user }) => user.mfaLastUsed)) return runningRequest(slices) ? undefined : { name: 'done' };
  const signedIn = stepOfSignedIn(users.filter(({ user }) => user.passwordLastUsed));
  if (signedIn) return signedIn;

  const owned = users.flatMap(({ account, user }) => {
    const owner = slices.people.find(({ id }) => id === user.tags['onboarding:claimant']);
    return owner ? [{ account, user, owner }] : [];
  });
  const ready = owned.find(({ user }) => user.loginProfile);
  if (ready) {
    const { owner: person, account, user } = ready;
    const isShown = slices.me.user.id === person.id && showsPassword(slices);
    return isShown
      ? { name: 'copy', account, userName: user.userName }
      : { name: 'sign-in', person, account, userName: user.userName };
  }
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

/** A password is not enough: the boundary of whoever was onboarded lets nobody do anything without MFA. */
function stepOfSignedIn(signedIn: Onboarded[]): Step | undefined {
  const ready = signedIn.find(({ user }) => user.mfaDevices);
  if (ready) return { name: 'sign-in-again', account: ready.account, userName: ready.user.userName };
  if (signedIn.some(({ user }) => !user.loginProfile?.passwordResetRequired)) return { name: 'assign-mfa' };
  return signedIn.length > 0 ? { name: 'own-password' } : undefined;
}

const runningRequest = ({ executions }: Slices) =>
  executions.find(({ machine, status }) => machine === 'onboarding' && status === 'RUNNING');

/** Of the bot's modals only this one has rich text in it: what is to be copied. */
const showsPassword = ({ me }: Slices): boolean =>
  me.modals.some(({ blocks }) => blocks.some(({ type }) => type === 'rich_text'));

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
