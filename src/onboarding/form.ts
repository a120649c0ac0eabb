import type { SetAsideReason, TypedPerson } from '../contract/people.ts';
import type { OnboardingRequest } from '../contract/request.ts';
import { MAX_ACCOUNTS, MAX_PAIRS, MAX_PEOPLE } from '../contract/sizes.ts';
import { wordedFor } from '../contract/worded.ts';
import { type LineProblem, readOthers } from './others.ts';
import { type Account, isOffered, type Profile } from './profile.ts';
import type { SlackPerson } from './slack-person.ts';
import { userNameFor, userNameLike } from './user-name.ts';

/** What the fields of the request form hold. */
export type Form = {
  profile: string | undefined;
  accounts: string[];
  people: string[];
  others: string;
  reason: string;
};

export type Field = 'profile' | 'accounts' | 'people' | 'others' | 'reason';

/** The values of menu entries that only say that there is no account to choose: not yet, or none at all. */
export const LOADING = 'loading';
export const NOTHING = 'nothing';

/** So that the reason is never cut where it is shown. */
export const MAX_REASON = 500;
/** So that it does not push out of sight what an approver must see. */
export const MAX_REASON_LINES = 15;

/** One mistake in the form: where it is and what it is about. The sentence for it is made in messages/. */
export type FormProblem = { field: Field } & (
  | Exclude<LineProblem, { kind: 'not-a-user-name' }>
  | { kind: 'not-a-user-name'; text: string; rule: UserNameRule }
  /** `instead`: what can be typed before it. */
  | { kind: 'makes-no-user-name'; text: string; rule: UserNameRule; instead: string | undefined }
  | { kind: 'missing' | 'profile-gone' | 'may-not-request' | 'nobody' }
  | { kind: 'accounts-loading' | 'accounts-not-loaded' | 'no-accounts' }
  | { kind: 'accounts-gone'; accounts: string[] }
  | { kind: 'not-offered'; profile: string; accounts: string[] }
  | { kind: 'email-domain'; text: string; profile: string; allowed: string[] }
  | { kind: 'cannot-be-onboarded'; people: { who: string; reason: SetAsideReason }[] }
  | { kind: 'too-many-people' | 'too-many-accounts'; count: number }
  | { kind: 'too-many-pairs'; people: number; across: number; inAll: number }
  | { kind: 'too-long' | 'too-many-lines'; count: number }
);

/** What is known at the moment of submission. */
export type FormFacts = {
  viewId: string;
  now: Date;
  requester: SlackPerson;
  /** The profiles that the requester may ask for. */
  profiles: Profile[];
  accounts: {
    find(id: string): Account | undefined;
    isLoaded: boolean;
    /** The last attempt to load them did. */
    hasFailed?: boolean;
  };
  approvals: { channel: string; expireAfterSeconds: number };
  /** What the profile's method asks of a request; of any, while none is chosen. */
  rulesFor(profile: Profile | undefined): FormRules;
};

export type FormRules = {
  isUserName(name: string): boolean;
  userNameRule: UserNameRule;
  takesAccounts: boolean;
  /** In how many places something is given to one person. */
  targetsIn(accounts: number): number;
};

/** What a user name may be, in the terms of the form. */
export type UserNameRule = 'letters-and-digits' | 'no-spaces';

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

/** Who was picked and who was typed in, each picked one once. */
export function readPeople(
  form: Pick<Form, 'people' | 'others'>,
  profile: Pick<Profile, 'userName'> | undefined,
  { isUserName, userNameRule: rule }: Pick<FormRules, 'isUserName' | 'userNameRule'>,
): { people: string[]; typed: TypedPerson[]; problems: FormProblem[] } {
  // A client may send anything; what is no Slack id must not reach a mention.
  const people = [...new Set(form.people.filter((id) => /^[UW][A-Z0-9]+$/.test(id)))];
  const { typed, problems } = readOthers(form.others, isUserName);
  const nameless = typed.filter(
    ({ email, userName }) => profile && userName === undefined && !isUserName(userNameFor(profile.userName, email)),
  );
  return {
    people,
    typed,
    problems: [
      ...problems.map(
        (problem): FormProblem =>
          problem.kind === 'not-a-user-name' ? { field: 'others', rule, ...problem } : { field: 'others', ...problem },
      ),
      ...nameless.map(
        ({ email }): FormProblem => ({
          field: 'others',
          kind: 'makes-no-user-name',
          text: email,
          rule,
          instead: userNameLike(email, isUserName),
        }),
      ),
    ],
  };
}

/** The accounts that were chosen, each once; of all that are no good it is told which. */
function readAccounts(
  chosen: string[],
  profile: Profile | undefined,
  { accounts: { find, isLoaded, hasFailed }, requester }: Pick<FormFacts, 'accounts' | 'requester'>,
): { accounts: Account[]; problems: FormProblem[] } {
  const field = 'accounts' as const;
  const ids = [...new Set(chosen)];
  if (ids.length === 0) return { accounts: [], problems: [{ field, kind: 'missing' }] };
  const found = ids.map((id) => ({ id, account: find(id) }));
  const isLoading = ids.includes(LOADING) || (!isLoaded && found.some(({ account }) => !account));
  if (isLoading) {
    const kind = !isLoaded && hasFailed ? 'accounts-not-loaded' : 'accounts-loading';
    return { accounts: [], problems: [{ field, kind }] };
  }
  if (ids.includes(NOTHING)) return { accounts: [], problems: [{ field, kind: 'no-accounts' }] };

  const accounts = found.flatMap(({ account }) => (account?.isActive ? [account] : []));
  const gone = found.filter(({ account }) => !account?.isActive).map(({ id, account }) => account?.name ?? id);
  const closed = profile ? accounts.filter((account) => !isOffered(profile, account)).map(({ name }) => name) : [];
  return {
    accounts,
    problems: [
      ...(gone.length > 0 ? [{ field, kind: 'accounts-gone' as const, accounts: gone }] : []),
      ...(profile && closed.length > 0
        ? [
            {
              field,
              kind: 'not-offered' as const,
              profile: wordedFor(profile.name, requester.locale),
              accounts: closed,
            },
          ]
        : []),
      ...(ids.length > MAX_ACCOUNTS ? [{ field, kind: 'too-many-accounts' as const, count: ids.length }] : []),
    ],
  };
}

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
