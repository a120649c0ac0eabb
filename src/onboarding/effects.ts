import type { Effect, Inspection, Target } from '../contract/access.ts';
import type { Person } from '../contract/people.ts';
import type { OnboardingState } from '../contract/state.ts';

/** What an approval would do for one person: where a user is made, where there is one already, and where neither is so. */
export type Plan = {
  person: Person;
  creates: string[];
  exists: string[];
  refused: { AccountId: string; Why: string }[];
};

/** What an approval would do, person by person, as it was found out; nothing of what an account's own trouble keeps from all. */
export function plansOf({ resolved, inspection }: Pick<OnboardingState, 'resolved' | 'inspection'>): Plan[] {
  const closed = new Set(inspection ? closedTargets(inspection).map(({ AccountId }) => AccountId) : []);
  const effectsOf = ({ userName }: Person) =>
    (inspection?.Users.find(({ UserName }) => UserName === userName)?.Effects ?? []).filter(
      ({ AccountId }) => !closed.has(AccountId),
    );
  return (resolved?.users ?? []).map((person) => {
    const effects = effectsOf(person);
    const refused = effects.filter(({ Effect }) => Effect === 'refuse');
    return {
      person,
      creates: idsOf(effects.filter(({ Effect }) => Effect === 'create')),
      exists: idsOf(refused.filter(({ Why }) => Why === 'UserAlreadyExists')),
      refused: refused
        .filter(({ Why }) => Why !== 'UserAlreadyExists')
        .map(({ AccountId, Why = 'Failed' }) => ({ AccountId, Why })),
    };
  });
}

const idsOf = (effects: Effect[]): string[] => effects.map(({ AccountId }) => AccountId);

/** The accounts in which nothing can be given, whoever it is for. */
export const closedTargets = ({ Targets }: Inspection): Target[] => Targets.filter(({ Problem }) => Problem);
