import type { Person } from '../contract/people.ts';
import type { OnboardingState } from '../contract/state.ts';
import type { Trouble } from '../contract/trouble.ts';
import { closedTargets, type Plan, plansOf } from '../onboarding/effects.ts';
import type { Failure, PersonOutcome } from '../onboarding/outcome.ts';
import { nameOfTrouble } from '../onboarding/trouble.ts';
import type { List } from './blocks.ts';
import { accountLabel, accountsLabel, code, mention, who } from './mrkdwn.ts';
import type { Words } from './words.ts';

type Accounts = Pick<OnboardingState, 'accounts'>;

/** The accounts of a request, as a sentence names them. */
export const inAccounts = ({ accounts }: Accounts, { request }: Words): string =>
  accountsLabel(accounts, request.severalAccounts);

/** The labels of some of the accounts, by their ids. */
function labelsOf(ids: string[], { accounts }: Accounts): string {
  return ids.map((id) => accountLabel(accounts.find((account) => account.id === id) ?? { id, name: id })).join(', ');
}

/** A person and the user name they get, which may be their address. */
export function personLine({ slackUserId, email, userName }: Person): string {
  if (slackUserId === undefined && email === userName) return `• ${code(userName)}`;
  return `• ${who(slackUserId ?? email)} → ${code(userName)}`;
}

/** The people of a request that has ended without creating anybody. */
export function peopleList({ resolved }: OnboardingState, { request }: Words): List[] {
  return listOf(request.people, (resolved?.users ?? []).map(personLine), request.andMore);
}

/** The users to create, each with how they are told. */
export function usersList(state: OnboardingState, words: Words): List[] {
  const { toCreate } = sorted(state);
  return listOf(
    words.request.users,
    toCreate.map((plan) => createLine(plan, state, words)),
    words.request.andMore,
  );
}

/** The other people of a request: those who have a user already, and those who get none for another reason. */
export function othersLists(state: OnboardingState, words: Words): List[] {
  const { request } = words;
  const { existing, others } = sorted(state);
  const lineOf = (plan: Plan) => personLine(plan.person) + whyNot(plan, state, words);
  return [
    ...listOf(
      request.existing,
      existing.map(({ person }) => personLine(person)),
      request.andMore,
    ),
    ...listOf(request.people, others.map(lineOf), request.andMore),
  ];
}

/** Who will be created somewhere, who is there everywhere already, and all others. */
function sorted(state: OnboardingState): Record<'toCreate' | 'existing' | 'others', Plan[]> {
  const plans = plansOf(state);
  const [toCreate, rest] = [plans.filter(isCreated), plans.filter((plan) => !isCreated(plan))];
  const isThere = ({ exists, refused }: Plan) => exists.length > 0 && refused.length === 0;
  return { toCreate, existing: rest.filter(isThere), others: rest.filter((plan) => !isThere(plan)) };
}

const isCreated = ({ creates }: Plan): boolean => creates.length > 0;

/** How many people an approval would create a user for. */
export const countOfUsers = (state: OnboardingState): number => plansOf(state).filter(isCreated).length;

/** A person with how they are told, and of several accounts those where they get no user. */
function createLine(plan: Plan, state: OnboardingState, words: Words): string {
  const { person } = plan;
  const via = words.request.via(person.slackUserId === undefined ? 'mail' : 'slack');
  return `${personLine(person)} ${via}${whyNot(plan, state, words)}`;
}

function whyNot({ exists, refused }: Plan, state: OnboardingState, words: Words): string {
  const troubles = refused.map(({ AccountId, Why }) => ({ accountId: AccountId, trouble: { Error: Why, Cause: '' } }));
  return [
    ...(exists.length > 0 ? [words.request.existsIn(labelsOf(exists, state))] : []),
    ...byTrouble(troubles, state, words),
  ]
    .map((text) => `; ${text}`)
    .join('');
}

/** What went wrong in several accounts: once for each reason, with the accounts that it holds for. */
function byTrouble(failures: Failure[], state: Accounts, words: Words): string[] {
  const byName = Object.groupBy(failures, ({ trouble }) => trouble.Error);
  return Object.values(byName).flatMap((same = []) => {
    const [first] = same;
    if (!first) return [];
    const accounts = labelsOf(
      same.map(({ accountId }) => accountId),
      state,
    );
    return [words.outcome.notCreatedIn(accounts, explain(first.trouble, words))];
  });
}

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
  const line = personLine(outcome.person);
  const isOfSeveral = state.accounts.length > 1;
  if (outcome.status === 'not-created' && isOfSeveral && outcome.failures.length > 0)
    return `${line}: ${byTrouble(outcome.failures, state, words).join('; ')}`;
  const text = statusText(outcome, words);
  return [`${line}: ${text}`, ...(isOfSeveral ? byTrouble(outcome.failures, state, words) : [])].join('; ');
}

function statusText(outcome: PersonOutcome, words: Words): string {
  if (outcome.status === 'told') return words.outcome.told(outcome.via);
  const why = explain(outcome.trouble, words);
  const say = {
    'created-not-told': words.outcome.createdNotTold,
    'not-created': words.outcome.notCreated,
    unknown: words.outcome.unknown,
  };
  return say[outcome.status](why);
}

/** What was found in the accounts that would keep the request from succeeding as asked. */
export function findings(state: OnboardingState, words: Words): string[] {
  const { inspection, accounts } = state;
  if (!inspection) return [];
  const isOfSeveral = accounts.length > 1;
  const closed = closedTargets(inspection).map(({ AccountId, Problem }) => {
    const why = explain(Problem ?? { Error: 'Failed', Cause: '' }, words);
    return isOfSeveral
      ? words.request.closedAccount(labelsOf([AccountId], state), why)
      : words.request.unreachable(why);
  });
  const missing = inspection.Targets.flatMap(({ AccountId, Checked }) => {
    const names = Checked.filter(({ Exists }) => !Exists).map(({ Name }) => code(Name));
    if (names.length === 0) return [];
    const groups = names.join(', ');
    return [
      isOfSeveral
        ? words.request.missingGroupsIn(labelsOf([AccountId], state), groups)
        : words.request.missingGroups(groups),
    ];
  });
  return [...closed, ...missing, ...(countOfUsers(state) === 0 ? [words.request.nobodyNew] : [])];
}

/** What went wrong and what to do about it; what nobody has foreseen, in the words that there are for it. */
export function explain({ Error: error, Cause }: Trouble, words: Words): string {
  const name = nameOfTrouble({ Error: error, Cause }) ?? 'Failed';
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
