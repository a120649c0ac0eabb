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
  /** The address that the user has who is called by the person's own. */
  otherMail: string | undefined;
  /** Others of the request come from a company's directory, and this user does not: they have nowhere to sign in. */
  isOutsideDirectory: boolean;
};

type Inspected = Pick<OnboardingState, 'resolved' | 'inspection'>;

const inspectedAs = ({ inspection }: Inspected, { userName }: Person) =>
  inspection?.Users.find(({ UserName }) => UserName === userName);

/** Who was found to be given nothing anywhere, and why. The request goes on without them. */
export function asideOf(state: Inspected): { person: Person; Why: string }[] {
  return (state.resolved?.users ?? []).flatMap((person) => {
    const Why = inspectedAs(state, person)?.Why;
    return Why === undefined ? [] : [{ person, Why }];
  });
}

/**
 * What an approval would do, person by person, as it was found out; nothing of who is set aside, and of what an account's own trouble
 * keeps from all.
 */
export function plansOf(state: Inspected): Plan[] {
  const { resolved, inspection } = state;
  const targets = inspection?.Targets ?? [];
  const isOfCompany = comesFromDirectory(inspection);
  return (resolved?.users ?? []).flatMap((person) => {
    const inspected = inspectedAs(state, person);
    if (inspected?.Why !== undefined) return [];
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
    const plan: Plan = {
      person,
      found: inspected?.Found,
      creates: where('create'),
      grants: where('grant'),
      has: where('has'),
      exists: refused.filter(({ effect: { Why } }) => Why === 'UserAlreadyExists').map(({ place }) => place),
      refused: refused
        .filter(({ effect: { Why } }) => Why !== 'UserAlreadyExists')
        .map(({ effect: { Why = 'Failed' }, place }) => ({ place, Why })),
      otherMail: inspected?.OtherMail,
      isOutsideDirectory: isOfCompany && inspected?.Found?.FromDirectory !== true,
    };
    return [plan];
  });
}

/** The groups that the company's own directory fills. */
export const directoryGroups = ({ Targets }: Inspection): string[] => [
  ...new Set(
    Targets.flatMap(({ Checked }) => Checked.flatMap(({ Name, FromDirectory }) => (FromDirectory ? [Name] : []))),
  ),
];

/**
 * Does anything that was found come from a company's directory? An organization has one source of people:
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/manage-your-identity-source.html
 */
function comesFromDirectory(inspection: Inspection | undefined): boolean {
  if (!inspection) return false;
  return directoryGroups(inspection).length > 0 || inspection.Users.some(({ Found }) => Found?.FromDirectory);
}

/** Would an approval give this person anything? */
export const isGiven = ({ creates, grants }: Plan): boolean => creates.length + grants.length > 0;

/** A target by what it is called. */
export function placeOf({ AccountId, PermissionSet }: Pick<Target, 'AccountId'> & Partial<Target>): Place {
  return { AccountId, permissionSet: PermissionSet?.Name };
}

/** The targets in which nothing can be given, whoever it is for. */
export const closedTargets = ({ Targets }: Inspection): Target[] => Targets.filter(({ Problem }) => Problem);
