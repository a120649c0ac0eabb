import type { PersonOutcome } from '../onboarding/outcome.ts';
import type { OnboardingState, Person, Trouble } from '../onboarding/request.ts';
import { innermost, kindOfTrouble } from '../onboarding/trouble.ts';
import type { List } from './blocks.ts';
import { code, mention, who } from './mrkdwn.ts';
import type { Words } from './words.ts';

/** A person and the user name they get, which may be their address. */
export function personLine({ slackUserId, email, userName }: Person): string {
  if (slackUserId === undefined && email === userName) return `• ${code(userName)}`;
  return `• ${who(slackUserId ?? email ?? userName)} → ${code(userName)}`;
}

/** The people of a request that has ended without creating anybody. */
export function peopleList({ resolved }: OnboardingState, { request }: Words): List[] {
  return listOf(request.people, (resolved?.users ?? []).map(personLine), request.andMore);
}

/** The people of a request in two lists: the users to create, and those who exist already. */
export function userLists(state: OnboardingState, { request }: Words): List[] {
  const { toCreate, existing } = usersOf(state);
  const line = (user: Person) =>
    `${personLine(user)} ${request.via(user.slackUserId === undefined ? 'mail' : 'slack')}`;
  return [
    ...listOf(request.users, toCreate.map(line), request.andMore),
    ...listOf(request.existing, existing.map(personLine), request.andMore),
  ];
}

/** Who will be created, and who was there when the account was inspected. */
export function usersOf({ resolved, inspection }: OnboardingState): { toCreate: Person[]; existing: Person[] } {
  const inspected = !inspection || 'Error' in inspection ? [] : inspection.users;
  const names = new Set(inspected.filter(({ Exists }) => Exists).map(({ UserName }) => UserName.toLowerCase()));
  const exists = ({ userName }: Person) => names.has(userName.toLowerCase());
  const users = resolved?.users ?? [];
  return { toCreate: users.filter((user) => !exists(user)), existing: users.filter(exists) };
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
export function outcomeLine(outcome: PersonOutcome, words: Words): string {
  const line = personLine(outcome.person);
  if (outcome.status === 'told') return `${line}: ${words.outcome.told(outcome.via)}`;
  const why = explain(outcome.trouble, words);
  const say = {
    'created-not-told': words.outcome.createdNotTold,
    'not-created': words.outcome.notCreated,
    unknown: words.outcome.unknown,
  };
  return `${line}: ${say[outcome.status](why)}`;
}

/** What was found in the account that would keep the request from succeeding as asked. */
export function findings(state: OnboardingState, words: Words): string[] {
  const { inspection } = state;
  if (!inspection) return [];
  if ('Error' in inspection) return [words.request.unreachable(explain(inspection, words))];
  const missing = inspection.groups.filter(({ Exists }) => !Exists).map(({ GroupName }) => code(GroupName));
  return [
    ...(missing.length > 0 ? [words.request.missingGroups(missing.join(', '))] : []),
    ...(usersOf(state).toCreate.length === 0 ? [words.request.nobodyNew] : []),
  ];
}

/** What went wrong and what to do about it, with AWS's own words where they say more. */
export function explain(trouble: Trouble, words: Words): string {
  const kind = kindOfTrouble(trouble);
  const { Error: name, Cause } = innermost(trouble);
  // "The group with name X cannot be found. (Service: Iam, Status Code: 404, …)": the brackets are for the log.
  const sentence = Cause.split(' (Service:')[0] ?? '';
  const details = { other: `${name}: ${sentence}`, 'group-missing': sentence, 'policy-missing': sentence };
  const detail = kind in details ? details[kind as keyof typeof details] : '';
  return detail ? `${words.trouble[kind]} ${words.troubleDetail(code(detail, 160))}` : words.trouble[kind];
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
