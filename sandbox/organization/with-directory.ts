import { namesOf } from '../../src/onboarding/names.ts';
import type { DescribedUser } from '../identity-center/described.ts';
import type { Organization, Person } from './organization.ts';

/** Who has only just been hired: the directory has her, and AWS does not know her before the next synchronization. */
const HIRED = 'yuki@kumoworks.example';

/** Whom the directory calls by his address, and writes to at another one. */
const WITH_OTHER_MAIL: Record<string, string> = { 'omar@kumoworks.example': 'o.haddad@kumoworks.example' };

/** The same organization, with a company directory that brings its people to IAM Identity Center: everybody but who was just hired. */
export function withDirectory(organization: Organization): Organization {
  const { people, identityCenter } = organization;
  const { users } = identityCenter;
  const isThere = ({ email }: Person) => users.some((user) => user.email.toLowerCase() === email.toLowerCase());
  const isOwn = ({ bot, deleted, guest, stranger }: Person) => !bot && !deleted && !guest && !stranger;
  const others = people.filter((person) => isOwn(person) && !isThere(person)).map(userOf);
  const isHired = ({ userName }: DescribedUser) => userName === HIRED;
  return {
    ...organization,
    identityCenter: {
      ...identityCenter,
      users: [...users, ...others.filter((user) => !isHired(user))],
      waiting: others.filter(isHired),
    },
  };
}

function userOf({ realName, email: written }: Person, place: number): DescribedUser {
  const userName = written.toLowerCase();
  const { givenName, familyName } = namesOf(realName);
  return {
    id: `1234567890-d1ec7047-0000-4000-8000-${String(place).padStart(12, '0')}`,
    userName,
    displayName: realName,
    givenName,
    familyName,
    email: WITH_OTHER_MAIL[userName] ?? userName,
  };
}
