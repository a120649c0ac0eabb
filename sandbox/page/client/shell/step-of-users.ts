import type { Slices } from '../../slices.ts';
import { type Given, isThrough, type Onboarded } from './onboarded.ts';
import type { Step } from './step.ts';

/** What is next for the users that there are: who is through with one account goes on with the next before anybody else begins. */
export function stepOfUsers(given: Given[], slices: Slices): Step | undefined {
  const users = given.flat();
  const begun = given.filter((one) => one.some(isThrough));
  return stepOfShown(users, slices) ?? stepOfSignedIn(users) ?? stepOfNew(begun) ?? stepOfNew(given);
}

const stepOfNew = (given: Given[]): Step | undefined =>
  stepOfReady(given.flat()) ?? firstOf(given.map(stepOfWaiting)) ?? firstOf(given.map(stepOfMailed));

const firstOf = (steps: (Step | undefined)[]): Step | undefined => steps.find((step) => step !== undefined);

const isReady = ({ user }: Onboarded): boolean => user.loginProfile !== undefined && !user.passwordLastUsed;

/** A password that is on the screen. Of the bot's modals only this one has rich text in it, what is to be copied; it names the account. */
function stepOfShown(users: Onboarded[], { me }: Slices): Step | undefined {
  const modal = me.modals.find(({ blocks }) => blocks.some(({ type }) => type === 'rich_text'));
  if (!modal) return undefined;
  const words = JSON.stringify(modal.blocks);
  const ready = users.filter((one) => isReady(one) && one.owner?.id === me.user.id);
  const shown = ready.find(({ account }) => words.includes(account.id)) ?? ready[0];
  return shown && { name: 'copy', account: shown.account, userName: shown.user.userName };
}

function stepOfSignedIn(users: Onboarded[]): Step | undefined {
  const signedIn = users.filter((one) => one.user.passwordLastUsed && !isThrough(one));
  const ready = signedIn.find(({ user }) => user.mfaDevices);
  if (ready) return { name: 'sign-in-again', account: ready.account, userName: ready.user.userName };
  if (signedIn.some(({ user }) => !user.loginProfile?.passwordResetRequired)) return { name: 'assign-mfa' };
  return signedIn.length > 0 ? { name: 'own-password' } : undefined;
}

/** Of several passwords that were fetched, the last one is what was copied. */
function stepOfReady(users: Onboarded[]): Step | undefined {
  const fetched = users.filter((one) => one.owner && isReady(one));
  const [newest] = fetched.toSorted((one, other) => madeAt(other) - madeAt(one));
  if (!newest?.owner) return undefined;
  const { owner: person, account, user } = newest;
  return { name: 'sign-in', person, account, userName: user.userName };
}

const madeAt = ({ user }: Onboarded): number => Date.parse(user.loginProfile?.createdAt ?? user.createdAt);

function stepOfWaiting(users: Given): Step | undefined {
  const waiting = users.filter(({ user }) => !user.loginProfile);
  const [first] = waiting;
  if (!first?.owner) return undefined;
  const { owner: person, account } = first;
  const after = users.findLast(isThrough)?.account;
  return after ? { name: 'fetch-next', person, after, account } : { name: 'fetch', person, count: waiting.length };
}

function stepOfMailed(users: Given): Step | undefined {
  const mailed = users.find((one) => !one.owner && isReady(one));
  return mailed && { name: 'read-mail', account: mailed.account, userName: mailed.user.userName };
}
