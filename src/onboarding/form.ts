import type { TypedPerson } from '../contract/people.ts';
import type { OnboardingRequest } from '../contract/request.ts';
import { MAX_PAIRS, MAX_PEOPLE } from '../contract/sizes.ts';
import { type KnownAccounts, readAccounts } from './chosen-accounts.ts';
import type { FormProblem } from './form-problem.ts';
import { readPeople, type UserNames } from './named-people.ts';
import type { Account, Profile } from './profile.ts';
import type { SlackPerson } from './slack-person.ts';

/** What the fields of the request form hold. */
export type Form = {
  profile: string | undefined;
  accounts: string[];
  people: string[];
  others: string;
  reason: string;
};

/** So that the reason is never cut where it is shown. */
export const MAX_REASON = 500;
/** So that it does not push out of sight what an approver must see. */
export const MAX_REASON_LINES = 15;

/** What is known at the moment of submission. */
export type FormFacts = {
  viewId: string;
  now: Date;
  requester: SlackPerson;
  /** The profiles that the requester may ask for. */
  profiles: Profile[];
  accounts: KnownAccounts;
  approvals: { channel: string; expireAfterSeconds: number };
  /** What the profile's method asks of a request; of any, while none is chosen. */
  rulesFor(profile: Profile | undefined): FormRules;
};

export type FormRules = UserNames & {
  takesAccounts: boolean;
  /** In how many places something is given to one person. */
  targetsIn(accounts: number): number;
};

/** Reads the form as a request, or tells everything that is wrong with it at once. */
export function readForm(
  form: Form,
  facts: FormFacts,
): { request: OnboardingRequest; profile: Profile } | { problems: FormProblem[] } {
  const problems: FormProblem[] = [];
  const reason = readReason(form.reason);
  const profile = profileIn(form, facts.profiles);
  const rules = facts.rulesFor(profile);
  const { takesAccounts, targetsIn } = rules;
  const { people, typed, problems: lineProblems } = readPeople(form, profile, rules);

  if (form.profile === undefined) problems.push({ field: 'profile', kind: 'missing' });
  else if (!profile)
    problems.push({ field: 'profile', kind: facts.profiles.length === 0 ? 'may-not-request' : 'profile-gone' });

  const { accounts, problems: accountProblems } = takesAccounts
    ? readAccounts(form.accounts, profile, facts)
    : { accounts: [], problems: [] };
  problems.push(...accountProblems);

  problems.push(...lineProblems);
  const count = people.length + typed.length;
  const inAll = count * targetsIn(accounts.length);
  if (count === 0 && lineProblems.length === 0) problems.push({ field: 'people', kind: 'nobody' });
  if (count > MAX_PEOPLE)
    problems.push({ field: people.length > MAX_PEOPLE ? 'people' : 'others', kind: 'too-many-people', count });
  else if (inAll > MAX_PAIRS)
    problems.push({ field: 'accounts', kind: 'too-many-pairs', people: count, across: accounts.length, inAll });

  if (reason === '') problems.push({ field: 'reason', kind: 'missing' });
  if (reason.length > MAX_REASON) problems.push({ field: 'reason', kind: 'too-long', count: reason.length });
  const lines = reason.split('\n').length;
  if (lines > MAX_REASON_LINES) problems.push({ field: 'reason', kind: 'too-many-lines', count: lines });

  if (problems.length > 0 || !profile) return { problems };
  return { request: makeRequest(facts, profile, accounts, { people, typed, reason }), profile };
}

export const profileIn = ({ profile }: Pick<Form, 'profile'>, profiles: Profile[]): Profile | undefined =>
  profiles.find(({ id }) => id === profile);

/**
 * What somebody wrote, without more than one blank line in a row and without what turns text the other way; empty if there is nothing to
 * be seen in it.
 */
export function readReason(text: string): string {
  if (!/[^\s\p{Cf}]/u.test(text)) return '';
  return text
    .toWellFormed()
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\n(?:[^\S\n]*\n){2,}/g, '\n\n')
    .trim();
}

function makeRequest(
  { viewId, now, requester, approvals }: FormFacts,
  profile: Profile,
  accounts: Account[],
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
    },
    accounts: accounts.map(({ id, name, isManagement }) => ({ id, name, isManagement })),
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
