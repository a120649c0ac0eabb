import type { Person, Resolved, SetAside, SetAsideReason, TypedPerson } from '../contract/people.ts';
import type { OnboardingRequest } from '../contract/request.ts';
import { isAllowedOutside, mailboxOf } from './email.ts';
import { nameFromEmail, namesOf, oneLine } from './names.ts';
import type { Profile } from './profile.ts';
import type { SlackPerson } from './slack-person.ts';
import { userNameFor } from './user-name.ts';

/** What Slack knows of the people in a request. */
export type Lookups = {
  picked: { slackUserId: string; found: SlackPerson | undefined }[];
  typed: { typed: TypedPerson; found: SlackPerson | undefined }[];
};

export type ResolveRules = Pick<Profile, 'userName' | 'emailDomains' | 'guests'> & {
  /** The method's. */
  isUserName(text: string): boolean;
  takesNames: boolean;
};

type Candidate = { who: string; slack: SlackPerson | undefined; email: string; typed?: TypedPerson };

/**
 * Turns the people who were named into the users to create, each person once, and sets the others aside with the reason.
 * @param hash by which an address is known where it must not be read: SHA-256, as `States.Hash`
 */
export function resolvePeople(
  { requestedBy }: OnboardingRequest,
  { picked, typed }: Lookups,
  rules: ResolveRules,
  hash: (text: string) => string,
): Resolved {
  const candidates: Candidate[] = [
    // Typed first: a user name that somebody chose wins over the one that a template makes.
    ...typed.map(({ typed, found }) => ({ who: typed.email, slack: found, email: typed.email.toLowerCase(), typed })),
    ...picked.map(({ slackUserId, found }) => ({ who: slackUserId, slack: found, email: found?.email ?? '' })),
  ];

  const users: Person[] = [];
  const setAside: SetAside[] = [];
  const known = new Set<string>();
  const names = new Set<string>();
  for (const candidate of candidates) {
    const userName = candidate.typed?.userName ?? userNameFor(rules.userName, candidate.email);
    const reason = reasonAgainst(candidate, userName, rules, known, names);
    if (reason) setAside.push({ who: candidate.who, reason });
    else {
      users.push(personOf(candidate, userName, requestedBy.locale, rules.takesNames, hash));
      names.add(userName.toLowerCase());
    }
    for (const mark of marksOf(candidate)) known.add(mark);
  }

  const addresses = [requestedBy.email, ...candidates.map(({ email }) => email)];
  const involved = new Set([requestedBy.slackUserId, ...addresses.map(mailboxOf), ...candidates.flatMap(marksOf)]);
  involved.delete('');
  // Shown in the order of the form, where Slack's people come first.
  const shown = users.toSorted((a, b) => Number(!a.slackUserId) - Number(!b.slackUserId));
  return { users: shown, setAside, involved: [...involved] };
}

/** Everything by which the same person could be named twice. */
function marksOf({ who, slack, email }: Candidate): string[] {
  return [...(who.includes('@') ? [] : [who]), ...(slack ? [slack.id] : []), ...(email ? [email] : [])];
}

const BY_KIND: Record<Exclude<SlackPerson['kind'], 'member' | 'guest'>, SetAsideReason> = {
  bot: 'bot',
  deactivated: 'deactivated',
  stranger: 'other-workspace',
};

/** Why somebody in Slack cannot be onboarded, by what Slack knows of them. */
export function reasonAgainstMember(
  { kind, email }: Pick<SlackPerson, 'kind' | 'email'>,
  { guests }: Pick<ResolveRules, 'guests'>,
): SetAsideReason | undefined {
  if (kind === 'guest' && guests === 'refuse') return 'guest';
  if (kind !== 'guest' && kind !== 'member') return BY_KIND[kind];
  return email === '' ? 'no-email' : undefined;
}

/** The same of somebody who was picked, for whom nobody has chosen a user name. */
export const reasonAgainstPicked = (slack: SlackPerson, rules: Omit<ResolveRules, 'emailDomains' | 'takesNames'>) =>
  reasonAgainstMember(slack, rules) ??
  (rules.isUserName(userNameFor(rules.userName, slack.email)) ? undefined : 'user-name-invalid');

function reasonAgainst(
  candidate: Candidate,
  userName: string,
  rules: ResolveRules,
  known: Set<string>,
  names: Set<string>,
): SetAsideReason | undefined {
  const { slack, email, typed } = candidate;
  if (marksOf(candidate).some((mark) => known.has(mark))) return 'named-twice';
  if (slack) {
    const reason = reasonAgainstMember({ ...slack, email }, rules);
    if (reason) return reason;
  } else {
    if (!typed) return 'unknown-in-slack';
    if (!isAllowedOutside(email, rules)) return 'email-domain';
  }
  if (!rules.isUserName(userName)) return 'user-name-invalid';
  if (names.has(userName.toLowerCase())) return 'user-name-taken';
  return undefined;
}

function personOf(
  { slack, email, typed }: Candidate,
  userName: string,
  requesterLocale: string,
  takesNames: boolean,
  hash: (text: string) => string,
): Person {
  const name = typed?.name ?? oneLine(slack?.name ?? '');
  const written = slack?.emailAsWritten ?? typed?.email ?? email;
  return {
    userName,
    displayName: name || email,
    ...(takesNames && namesOf(name || nameFromEmail(email))),
    locale: slack?.locale ?? requesterLocale,
    ...(slack && { slackUserId: slack.id }),
    email,
    ...(takesNames && written !== email && { emailAsWritten: written }),
    claimant: slack?.id ?? hash(email),
    mailbox: hash(mailboxOf(email)),
  };
}
