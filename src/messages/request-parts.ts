import { GROUPS } from '../contract/access.ts';
import type { Person } from '../contract/people.ts';
import type { OnboardingState } from '../contract/state.ts';
import type { Trouble } from '../contract/trouble.ts';
import { closedTargets, isGiven, type Place, type Plan, placeOf, plansOf } from '../onboarding/effects.ts';
import { type Failure, mayHaveAccess, mayHaveBeenTold, type PersonOutcome } from '../onboarding/outcome.ts';
import { nameOfTrouble } from '../onboarding/trouble.ts';
import type { List } from './blocks.ts';
import { accountLabel, accountsLabel, code, mention, who } from './mrkdwn.ts';
import type { Words } from './words.ts';

/** What is said of one person besides stands below their line. */
const BELOW = '\n      ◦ ';

type Accounts = Pick<OnboardingState, 'accounts'>;

/** The accounts of a request, as a sentence names them. */
export const inAccounts = ({ accounts }: Accounts, { request }: Words): string =>
  accounts.length === 0 ? request.noAccount : accountsLabel(accounts, request.severalAccounts);

/** The labels of some of the places where a request gives something: each account once, with what it is given there. */
function labelsOf(places: Place[], { accounts }: Accounts, { request }: Words): string {
  const labels = [...Map.groupBy(places, ({ AccountId }) => AccountId)].map(([accountId, same]) => {
    if (accountId === GROUPS) return request.groups;
    const account = accountLabel(accounts.find(({ id }) => id === accountId) ?? { id: accountId, name: accountId });
    const sets = same.flatMap(({ permissionSet }) => (permissionSet === undefined ? [] : [code(permissionSet)]));
    return sets.length === 0 ? account : request.as(account, [...new Set(sets)].join(' + '));
  });
  return request.joined(labels);
}

/** A person and the user name they get, which may be their address. */
export function personLine({ slackUserId, email, userName }: Person): string {
  if (slackUserId === undefined && email === userName) return `• ${code(userName)}`;
  return `• ${who(slackUserId ?? email)} → ${code(userName)}`;
}

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

/** What went wrong in several places: each reason once, with the places that it holds for. */
function reasonsOf(failures: Failure[]): { trouble: Trouble; places: Place[] }[] {
  const byReason = Map.groupBy(failures, ({ trouble }) => `${trouble.Error} ${trouble.Cause}`);
  return [...byReason.values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ trouble: first.trouble, places: same.map(({ place }) => place) }] : [];
  });
}

/** The same as sentences. */
const byTrouble = (
  failures: Failure[],
  state: Accounts,
  words: Words,
  say?: (places: string, why: string) => string,
): string[] =>
  reasonsOf(failures).map(({ trouble, places }) => {
    const { unknownIn, notCreatedIn } = words.outcome;
    const sentence = say ?? (mayHaveAccess(trouble) ? unknownIn : notCreatedIn);
    return sentence(labelsOf(places, state, words), explain(trouble, words));
  });

/** Those who were named and are not onboarded, each with the reason. */
export function setAsideList({ resolved }: OnboardingState, words: Words): List[] {
  const lines = (resolved?.setAside ?? []).map((person) => `• ${who(person.who)}: ${words.setAside[person.reason]}`);
  return listOf(words.request.setAside, lines, words.request.andMore);
}

function listOf(heading: string, lines: string[], more: List['more']): List[] {
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
    isOfNothing && !isToldAtOnce ? line : `${line}: ${statusText(outcome, words)}`,
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

/** What was found in the accounts that would keep the request from succeeding as asked. */
export function findings(state: OnboardingState, words: Words): List[] {
  const { inspection } = state;
  if (!inspection) return [];
  const isOfSeveral = inspection.Targets.length > 1;
  // Which group is missing is said by name.
  const troubles = closedTargets(inspection)
    .map((target) => ({ place: placeOf(target), trouble: target.Problem ?? { Error: 'Failed', Cause: '' } }))
    .filter(({ trouble }) => trouble.Error !== 'GroupMissing');
  const closed = byTrouble(troubles, state, words, (places, why) =>
    isOfSeveral ? words.request.closedAccount(places, why) : words.request.unreachable(why),
  );
  const missing = inspection.Targets.flatMap((target) => {
    const names = target.Checked.filter(({ Exists }) => !Exists).map(({ Name }) => code(Name));
    if (names.length === 0) return [];
    const groups = names.join(', ');
    if (target.Problem) return [words.request.missingGroupsBefore(groups)];
    const isInAccount = isOfSeveral && target.AccountId !== GROUPS;
    return [
      isInAccount
        ? words.request.missingGroupsIn(labelsOf([placeOf(target)], state, words), groups)
        : words.request.missingGroups(groups),
    ];
  });
  const lines = [...(countOfUsers(state) === 0 ? [words.request.nobodyNew] : []), ...missing, ...closed];
  return listOf('', lines, words.help.more);
}

/** What went wrong and what to do about it; what nobody has foreseen, in the words that there are for it. */
export function explain({ Error: error, Cause }: Trouble, words: Words): string {
  const name = nameOfTrouble({ Error: error, Cause }) ?? 'Failed';
  // A nested machine's cause is for its history; what AWS says of an assignment is all that is known of it.
  if (name === 'AssignmentFailed' && Cause !== '')
    return `${words.trouble[name]} ${words.troubleDetail(code(Cause, 300))}`;
  if (name !== 'Failed') return words.trouble[name];
  const detail = Cause === '' ? error : `${error}: ${Cause}`;
  return `${words.trouble.Failed} ${words.troubleDetail(code(detail, 160))}`;
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
