import { type LineProblem, readOthers } from './others.ts';
import { type Account, isOffered, type Profile } from './profile.ts';
import type { OnboardingRequest, TypedPerson } from './request.ts';
import type { SlackPerson } from './slack-person.ts';

/** What the fields of the request form hold. */
export type Form = {
  profile: string | undefined;
  account: string | undefined;
  people: string[];
  others: string;
  reason: string;
};

export type Field = 'profile' | 'account' | 'people' | 'others' | 'reason';

/** The value of the menu entry that only says that the accounts are still loading. */
export const LOADING = 'loading';

/** The modal takes up to 50 people: more would not be read by the one who approves. */
export const MAX_PEOPLE = 50;
/** So that the reason is never cut where it is shown. */
export const MAX_REASON = 500;
/** So that it does not push out of sight what an approver must see. */
export const MAX_REASON_LINES = 15;

/** One mistake in the form: where it is and what it is about. The sentence for it is made in messages/. */
export type FormProblem = { field: Field } & (
  | LineProblem
  | { kind: 'missing' | 'accounts-loading' | 'account-gone' | 'profile-gone' | 'may-not-request' | 'nobody' }
  | { kind: 'not-offered'; profile: string; account: string }
  | { kind: 'email-domain'; text: string; profile: string; allowed: string[] }
  | { kind: 'too-many-people'; count: number }
  | { kind: 'too-long' | 'too-many-lines'; count: number }
);

/** What is known at the moment of submission. */
export type FormFacts = {
  viewId: string;
  now: Date;
  requester: SlackPerson;
  /** The profiles that the requester may ask for. */
  profiles: Profile[];
  accounts: { find(id: string): Account | undefined; isLoaded: boolean };
  approvals: { channel: string; expireAfterSeconds: number };
};

/** Reads the form as a request, or tells everything that is wrong with it at once. */
export function readForm(
  form: Form,
  facts: FormFacts,
): { request: OnboardingRequest; profile: Profile } | { problems: FormProblem[] } {
  const problems: FormProblem[] = [];
  const reason = readReason(form.reason);
  // A client may send anything; what is no Slack id must not reach a mention.
  const people = [...new Set(form.people.filter((id) => /^[UW][A-Z0-9]+$/.test(id)))];
  const { typed, problems: lineProblems } = readOthers(form.others);
  const profile = facts.profiles.find(({ id }) => id === form.profile);
  const account = form.account === undefined ? undefined : facts.accounts.find(form.account);

  if (form.profile === undefined) problems.push({ field: 'profile', kind: 'missing' });
  else if (!profile)
    problems.push({ field: 'profile', kind: facts.profiles.length === 0 ? 'may-not-request' : 'profile-gone' });

  if (form.account === undefined) problems.push({ field: 'account', kind: 'missing' });
  else if (form.account === LOADING) problems.push({ field: 'account', kind: 'accounts-loading' });
  else if (!account?.isActive)
    problems.push({ field: 'account', kind: account || facts.accounts.isLoaded ? 'account-gone' : 'accounts-loading' });
  else if (profile && !isOffered(profile, account)) {
    problems.push({ field: 'account', kind: 'not-offered', profile: profile.name, account: account.name });
  }

  problems.push(...lineProblems.map((problem) => ({ field: 'others' as const, ...problem })));
  const count = people.length + typed.length;
  if (count === 0 && lineProblems.length === 0) problems.push({ field: 'people', kind: 'nobody' });
  if (count > MAX_PEOPLE)
    problems.push({ field: people.length > MAX_PEOPLE ? 'people' : 'others', kind: 'too-many-people', count });

  if (reason === '') problems.push({ field: 'reason', kind: 'missing' });
  if (reason.length > MAX_REASON) problems.push({ field: 'reason', kind: 'too-long', count: reason.length });
  const lines = reason.split('\n').length;
  if (lines > MAX_REASON_LINES) problems.push({ field: 'reason', kind: 'too-many-lines', count: lines });

  if (problems.length > 0 || !profile || !account) return { problems };
  return { request: makeRequest(facts, profile, account, { people, typed, reason }), profile };
}

/** What somebody wrote, without more than one blank line in a row; empty if there is nothing to be seen in it. */
export function readReason(text: string): string {
  if (!/[^\s\p{Cf}]/u.test(text)) return '';
  return text.replace(/\n(?:[^\S\n]*\n){2,}/g, '\n\n').trim();
}

function makeRequest(
  { viewId, now, requester, approvals }: FormFacts,
  profile: Profile,
  account: Account,
  { people, typed, reason }: { people: string[]; typed: TypedPerson[]; reason: string },
): OnboardingRequest {
  const halfTime = Math.max(1, Math.floor(approvals.expireAfterSeconds / 2));
  return {
    requestId: viewId,
    requestedAt: now.toISOString(),
    requestedBy: { slackUserId: requester.id, email: requester.email, name: requester.name, locale: requester.locale },
    profile: {
      id: profile.id,
      name: profile.name,
      description: profile.description,
      method: profile.method,
      groups: profile.groups,
      policyArns: profile.policyArns,
    },
    account: { id: account.id, name: account.name, isManagement: account.isManagement },
    people: { slackUserIds: people, typed },
    reason,
    approval: {
      channel: approvals.channel,
      expiresAt: new Date(now.getTime() + approvals.expireAfterSeconds * 1000).toISOString(),
      remindAfterSeconds: halfTime,
      expireAfterReminderSeconds: Math.max(1, approvals.expireAfterSeconds - halfTime),
    },
  };
}
