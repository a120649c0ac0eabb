import type { PersonOutcome } from '../onboarding/outcome.ts';
import type { OnboardingState, Person, Trouble } from '../onboarding/request.ts';
import { innermost, kindOfTrouble } from '../onboarding/trouble.ts';
import type { List } from './blocks.ts';
import { code, mention, who } from './mrkdwn.ts';
import type { Words } from './words.ts';

/** A person to be created: who it is and the user name they get. */
export function personLine({ slackUserId, email, userName }: Person): string {
  return `• ${who(slackUserId ?? email ?? userName)} → ${code(userName)}`;
}

/** Those who were named and are not onboarded, each with the reason. */
export function setAsideList({ resolved }: OnboardingState, words: Words): List[] {
  const lines = (resolved?.setAside ?? []).map((person) => `• ${who(person.who)}: ${words.setAside[person.reason]}`);
  return lines.length === 0 ? [] : [{ heading: words.request.setAside, lines, more: words.request.andMore }];
}

/** Who approved or denied. */
export function decider({ decision }: OnboardingState): string {
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

/** What went wrong and what to do about it; the error's name where it is one that nobody foresaw. */
export function explain(trouble: Trouble, words: Words): string {
  const kind = kindOfTrouble(trouble);
  const detail = kind === 'other' ? ` ${words.troubleDetail(code(innermost(trouble).Error))}` : '';
  return words.trouble[kind] + detail;
}
