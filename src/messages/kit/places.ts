import { GROUPS } from '../../contract/access.ts';
import type { OnboardingState } from '../../contract/state.ts';
import type { Trouble } from '../../contract/trouble.ts';
import type { Place } from '../../onboarding/effects.ts';
import { type Failure, mayHaveAccess } from '../../onboarding/outcome.ts';
import type { Words } from '../words/words-for.ts';
import { explain } from './explain.ts';
import { accountLabel, code } from './mrkdwn.ts';

export type Accounts = Pick<OnboardingState, 'accounts'>;

/** The labels of some of the places where a request gives something: each account once, with what it is given there. */
export function labelsOf(places: Place[], { accounts }: Accounts, { request }: Words): string {
  const labels = [...Map.groupBy(places, ({ AccountId }) => AccountId)].map(([accountId, same]) => {
    if (accountId === GROUPS) return request.groups;
    const account = accountLabel(accounts.find(({ id }) => id === accountId) ?? { id: accountId, name: accountId });
    const sets = same.flatMap(({ permissionSet }) => (permissionSet === undefined ? [] : [code(permissionSet)]));
    return sets.length === 0 ? account : request.as(account, [...new Set(sets)].join(' + '));
  });
  return request.joined(labels);
}

/** What went wrong in several places: each reason once, with the places that it holds for. */
export function reasonsOf(failures: Failure[]): { trouble: Trouble; places: Place[] }[] {
  const byReason = Map.groupBy(failures, ({ trouble }) => `${trouble.Error} ${trouble.Cause}`);
  return [...byReason.values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ trouble: first.trouble, places: same.map(({ place }) => place) }] : [];
  });
}

/** The same as sentences. */
export const byTrouble = (
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
