import type { Person } from '../../contract/people.ts';
import type { OnboardingState } from '../../contract/state.ts';
import { wordedFor } from '../../contract/worded.ts';
import { asideOf, isGiven, type Plan, plansOf } from '../../onboarding/effects.ts';
import { mayHaveBeenTold, type PersonOutcome } from '../../onboarding/outcome.ts';
import type { Words } from '../words/words-for.ts';
import type { List } from './blocks.ts';
import { explain } from './explain.ts';
import { accountsLabel, code, escaped, mention, who } from './mrkdwn.ts';
import { type Accounts, byTrouble, labelsOf, reasonsOf } from './places.ts';

/** What is said of one person besides stands below their line. */
const BELOW = '\n      ◦ ';

/** The accounts of a request, as a sentence names them. */
export const inAccounts = ({ accounts }: Accounts, { request }: Words): string =>
  accounts.length === 0 ? request.noAccount : accountsLabel(accounts, request.severalAccounts);

/** Which kind of access it is, in the reader's language. */
export const kindOfAccess = ({ name, description }: OnboardingState['profile'], { request, language }: Words): string =>
  request.profile(code(wordedFor(name, language)), escaped(wordedFor(description, language)));

/** A person and the user name they get, which may be their address. */
function nameOf({ slackUserId, email, userName }: Person): string {
  if (slackUserId === undefined && email === userName) return code(userName);
  return `${who(slackUserId ?? email)} → ${code(userName)}`;
}

export const personLine = (person: Person): string => `• ${nameOf(person)}`;

/** The same, under the name of the user who is there already. */
const planLine = ({ person, found }: Plan): string =>
  personLine(found ? { ...person, userName: found.UserName } : person);

/** The people of a request that has ended without creating anybody. */
export function peopleList({ resolved }: OnboardingState, { request }: Words): List[] {
  return listOf(request.people, (resolved?.users ?? []).map(personLine), request.andMore);
}

/** Whom an approval would give something: users to create, and users who exist; each with how they are told. */
export function usersList(state: OnboardingState, words: Words): List[] {
  const { toCreate, toGive } = sorted(state);
  const { request } = words;
  return [
    ...listOf(request.users, toCreate.map(lineOf), request.andMore),
    ...listOf(request.usersWithMore, toGive.map(lineOf), request.andMore),
  ];

  /** Names that nobody has checked yet, the user under whose name they are known, and what they have and get. */
  function lineOf(plan: Plan): string {
    const { person, creates, grants, has } = plan;
    const { givenName, familyName } = person;
    const isNamed = creates.length > 0 && givenName !== undefined && familyName !== undefined;
    const via = request.via(person.slackUserId === undefined ? 'mail' : 'slack');
    return [
      `${planLine(plan)} ${via}`,
      ...(isNamed ? [request.names(code(givenName), code(familyName))] : []),
      ...(has.length > 0
        ? [request.hasAndGets(labelsOf(has, state, words), labelsOf([...creates, ...grants], state, words))]
        : []),
      ...(plan.otherMail === undefined ? [] : [request.otherMail(code(plan.otherMail))]),
      ...(plan.isOutsideDirectory ? [request.outsideDirectory] : []),
      ...whyNot(plan, state, words),
    ].join(BELOW);
  }
}

/** The other people of a request: those who have a user already, and those who get none for another reason. */
export function othersLists(state: OnboardingState, words: Words): List[] {
  const { request } = words;
  const { existing, having, others } = sorted(state);
  const lineOf = (plan: Plan) => [planLine(plan), ...whyNot(plan, state, words)].join(BELOW);
  return [
    ...listOf(request.existing, existing.map(planLine), request.andMore),
    ...listOf(request.having, having.map(planLine), request.andMore),
    ...listOf(request.people, others.map(lineOf), request.andMore),
  ];
}

type Sorted = Record<'toCreate' | 'toGive' | 'existing' | 'having' | 'others', Plan[]>;

/** Who is given something, as a new user or as one who is there; who is there everywhere, or has all of it; and all others. */
function sorted(state: OnboardingState): Sorted {
  const kindOf = (plan: Plan): keyof Sorted => {
    if (plan.creates.length > 0) return 'toCreate';
    if (plan.grants.length > 0) return 'toGive';
    if (plan.refused.length > 0) return 'others';
    if (plan.exists.length > 0) return 'existing';
    return plan.has.length > 0 ? 'having' : 'others';
  };
  const none: Sorted = { toCreate: [], toGive: [], existing: [], having: [], others: [] };
  return { ...none, ...Object.groupBy(plansOf(state), kindOf) };
}

/** How many people an approval would give something. */
export const countOfUsers = (state: OnboardingState): number => plansOf(state).filter(isGiven).length;

/** Where somebody gets nothing; without the places, where that is so everywhere for one reason. */
function whyNot(plan: Plan, state: OnboardingState, words: Words): string[] {
  const { has, exists, refused } = plan;
  const failures = refused.map(({ place, Why }) => ({ place, trouble: { Error: Why, Cause: '' } }));
  const [reason] = reasonsOf(failures);
  if (reason && !isGiven(plan) && has.length + exists.length === 0 && reasonsOf(failures).length === 1)
    return [words.outcome.notCreated(explain(reason.trouble, words))];
  return [
    ...(exists.length > 0 ? [words.request.existsIn(labelsOf(exists, state, words))] : []),
    ...byTrouble(failures, state, words),
  ];
}

/** Those who were named and are not onboarded, each with the reason: by what Slack knows of them, or by what was found. */
export function setAsideList(state: OnboardingState, words: Words): List[] {
  const lines = (state.resolved?.setAside ?? []).map((person) =>
    words.about(`• ${who(person.who)}`, words.setAside[person.reason]),
  );
  return listOf(words.request.setAside, [...lines, ...asideLines(state, words)], words.request.andMore);
}

/** Of those for whom nothing could be given where access is given: they may be there by the time that it is asked for again. */
export const foundAsideList = (state: OnboardingState, words: Words): List[] =>
  listOf(words.request.setAside, asideLines(state, words), words.request.andMore);

/** So many people share a line, and with it the reason: of a whole team that has not come yet nobody reads it fifty times. */
const PEOPLE_IN_LINE = 10;

function asideLines(state: OnboardingState, words: Words): string[] {
  return [...Map.groupBy(asideOf(state), ({ Why }) => Why)].flatMap(([Why, same]) => {
    const why = explain({ Error: Why, Cause: '' }, words);
    const lines = Array.from({ length: Math.ceil(same.length / PEOPLE_IN_LINE) }, (_, i) =>
      same.slice(i * PEOPLE_IN_LINE, (i + 1) * PEOPLE_IN_LINE),
    );
    return lines.map((people) =>
      words.about(`• ${words.request.joined(people.map(({ person }) => nameOf(person)))}`, why),
    );
  });
}

/** A list that is not there where it would be empty. */
export function listOf(heading: string, lines: string[], more: List['more']): List[] {
  return lines.length === 0 ? [] : [{ heading, lines, more }];
}

/** Who decided. */
export function decider({ decision }: Pick<OnboardingState, 'decision'>): string {
  return decision && 'by' in decision ? mention(decision.by.slackUserId) : '';
}

/** What became of a person, and what to do where it went wrong. */
export function outcomeLine(outcome: PersonOutcome, state: Accounts, words: Words): string {
  const { person, status, made, had, pending, failures, left } = outcome;
  const isOfOnePlace = made.length + had.length + pending.length + failures.length === 1;
  const isOfNothing = status === 'not-created' || status === 'unknown';
  const isForOneReason = isOfNothing && had.length === 0 && reasonsOf(failures).length <= 1;
  const isToldAtOnce = isOfOnePlace || isForOneReason;
  const line = personLine(person);
  return [
    isOfNothing && !isToldAtOnce ? line : words.about(line, statusText(outcome, words)),
    ...(pending.length > 0 ? [words.outcome.pending(labelsOf(pending, state, words))] : []),
    ...(isToldAtOnce ? [] : byTrouble(failures, state, words)),
    ...(left ? [explain(left, words)] : []),
  ].join(BELOW);
}

function statusText(outcome: PersonOutcome, words: Words): string {
  if (outcome.status === 'told') return words.outcome.told(outcome.via);
  if (outcome.status === 'had') return words.outcome.had;
  if (outcome.status === 'created-not-told' && mayHaveBeenTold(outcome.trouble)) return words.outcome.createdMaybeTold;
  const why = explain(outcome.trouble, words);
  const say = {
    'created-not-told': words.outcome.createdNotTold,
    'not-created': words.outcome.notCreated,
    unknown: words.outcome.unknown,
  };
  return say[outcome.status](why);
}

/** For how many people it is: those found to be onboarded, or as many as were named. */
export function countOf({ resolved, people }: OnboardingState): number {
  return resolved?.users.length || people.slackUserIds.length + people.typed.length;
}

/** A block takes 3,000 characters. */
const MAX_MENTIONS = 50;

/** The approvers, mentioned; of very many the first. */
export function mentions(approvers: string[], { request }: Words): string {
  if (approvers.length === 0) return request.nobodyToMention;
  const more = approvers.length - MAX_MENTIONS;
  return [...approvers.slice(0, MAX_MENTIONS).map(mention), ...(more > 0 ? [request.andMore(more)] : [])].join(' ');
}
