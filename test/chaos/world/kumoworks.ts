import { enlarged } from '../../../sandbox/organization/enlarged.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { type Organization, type Person, reading } from '../../../sandbox/organization/organization.ts';

export type Cast = {
  organization: Organization;
  requesters: Person[];
  approvers: Person[];
  newcomers: Person[];
};

const REQUESTERS = 12;
/** For each of nine requests at once ten who click at the same moment, and one who decides alone. */
const APPROVERS = 99;
/** The first of the invented ones have names that layouts break on, some of which make no user. */
const UNUSUAL = 7;

/** Kumoworks with so many new people; everybody reads English, so that the judge understands what they are told. */
export function castOf(newcomers: number): Cast {
  // Of those who are invented some are guests, or have left.
  const size = kumoworks.people.length + UNUSUAL + Math.ceil((newcomers + REQUESTERS + APPROVERS) * 1.2);
  const { people, channels, userGroups, ...rest } = reading(enlarged(kumoworks, { people: size }), 'en');
  const invented = people.slice(kumoworks.people.length + UNUSUAL).filter(({ guest, deleted }) => !guest && !deleted);
  const approvers = invented.slice(0, APPROVERS);
  const also = approvers.map(({ id }) => id);
  const withApprovers = <Place extends { id: string; members: string[] }>(places: Place[], id: string) =>
    places.map((place) => (place.id === id ? { ...place, members: [...place.members, ...also] } : place));
  return {
    organization: {
      ...rest,
      people,
      channels: withApprovers(channels, 'C0APPROVE'),
      userGroups: withApprovers(userGroups, 'S0PLATFORM'),
    },
    approvers,
    requesters: invented.slice(APPROVERS, APPROVERS + REQUESTERS),
    newcomers: invented.slice(APPROVERS + REQUESTERS),
  };
}
