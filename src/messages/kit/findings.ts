import { GROUPS, type Inspection } from '../../contract/access.ts';
import type { OnboardingState } from '../../contract/state.ts';
import { closedTargets, directoryGroups, placeOf } from '../../onboarding/effects.ts';
import type { Words } from '../words/words-for.ts';
import type { List } from './blocks.ts';
import { code } from './mrkdwn.ts';
import { byTrouble, labelsOf } from './places.ts';
import { countOfUsers, listOf } from './request-parts.ts';

/** What was found in the accounts that would keep the request from succeeding as asked. */
export function findings(state: OnboardingState, words: Words): List[] {
  const { inspection } = state;
  if (!inspection) return [];
  const nothing = countOfUsers(state) === 0 ? [words.request.nobodyNew] : [];
  const lines = [...nothing, ...missingGroups(inspection, state, words), ...closed(inspection, state, words)];
  return listOf('', lines, words.help.more);
}

function missingGroups({ Targets }: Inspection, state: OnboardingState, words: Words): string[] {
  return Targets.flatMap((target) => {
    const names = target.Checked.filter(({ Exists }) => !Exists).map(({ Name }) => code(Name));
    if (names.length === 0) return [];
    const groups = names.join(', ');
    if (target.Problem) return [words.request.missingGroupsBefore(groups)];
    const isInAccount = Targets.length > 1 && target.AccountId !== GROUPS;
    return [
      isInAccount
        ? words.request.missingGroupsIn(labelsOf([placeOf(target)], state, words), groups)
        : words.request.missingGroups(groups),
    ];
  });
}

/** Where nothing can be given. Which group is missing, or filled elsewhere, is said by name. */
function closed(inspection: Inspection, state: OnboardingState, words: Words): string[] {
  const filledElsewhere = directoryGroups(inspection).map((name) => code(name));
  const isSaid = (error: string) =>
    error === 'GroupMissing' || (error === 'GroupFromDirectory' && filledElsewhere.length > 0);
  const troubles = closedTargets(inspection)
    .map((target) => ({ place: placeOf(target), trouble: target.Problem ?? { Error: 'Failed', Cause: '' } }))
    .filter(({ trouble }) => !isSaid(trouble.Error));
  return [
    ...(filledElsewhere.length > 0 ? [words.request.directoryGroups(filledElsewhere.join(', '))] : []),
    ...byTrouble(troubles, state, words, (places, why) =>
      inspection.Targets.length > 1 ? words.request.closedAccount(places, why) : words.request.unreachable(why),
    ),
  ];
}
