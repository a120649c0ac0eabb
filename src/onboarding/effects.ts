import type { Effect, Inspection, Target } from '../contract/access.ts';
import type { Person } from '../contract/people.ts';
import type { OnboardingState } from '../contract/state.ts';

/** A place where something is given: an account, and in it a permission set where the method has such; or groups. */
export type Place = Pick<Target, 'AccountId'> & { permissionSet?: string | undefined };

/** What an approval would do for one person: where it is done for a new user, where for one who is there, and where not, and why. */
export type Plan = {
  person: Person;
  /** The user who is there already, where the method gives more to such. */
  found: Inspection['Users'][number]['Found'];
  creates: Place[];
  grants: Place[];
  has: Place[];
  exists: Place[];
  refused: { place: Place; Why: string }[];
};

/** What an approval would do, person by person, as it was found out; nothing of what an account's own trouble keeps from all. */
export function plansOf({ resolved, inspection }: Pick<OnboardingState, 'resolved' | 'inspection'>): Plan[] {
  const targets = inspection?.Targets ?? [];
  return (resolved?.users ?? []).map((person) => {
    const inspected = inspection?.Users.find(({ UserName }) => UserName === person.userName);
    const open = (inspected?.Effects ?? [])
      .map((effect, i) => ({
        effect,
        place: placeOf(targets[i] ?? effect),
        isClosed: targets[i]?.Problem !== undefined,
      }))
      .filter(({ isClosed }) => !isClosed);
    const where = (wanted: Effect['Effect']) =>
      open.filter(({ effect: { Effect } }) => Effect === wanted).map(({ place }) => place);
    const refused = open.filter(({ effect: { Effect } }) => Effect === 'refuse');
    return {
      person,
      found: inspected?.Found,
      creates: where('create'),
      grants: where('grant'),
      has: where('has'),
      exists: refused.filter(({ effect: { Why } }) => Why === 'UserAlreadyExists').map(({ place }) => place),
      refused: refused
        .filter(({ effect: { Why } }) => Why !== 'UserAlreadyExists')
        .map(({ effect: { Why = 'Failed' }, place }) => ({ place, Why })),
    };
  });
}

/** Would an approval give this person anything? */
export const isGiven = ({ creates, grants }: Plan): boolean => creates.length + grants.length > 0;

/** A target by what it is called. */
export function placeOf({ AccountId, PermissionSet }: Pick<Target, 'AccountId'> & Partial<Target>): Place {
  return { AccountId, permissionSet: PermissionSet?.Name };
}

/** The targets in which nothing can be given, whoever it is for. */
export const closedTargets = ({ Targets }: Inspection): Target[] => Targets.filter(({ Problem }) => Problem);
