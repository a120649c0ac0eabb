import { type IdentityCenter, userOf } from './center.ts';
import type { DescribedUser } from './described.ts';
import { isSame } from './store/fields.ts';

/** What a synchronization brought, by user name; and whom AWS refused, since somebody has the name or the address: ssosync#104. */
export type Synchronized = { arrived: string[]; refused: string[] };

/** Brings who waits in the company's directory, as SCIM does. Whoever is refused is tried again the next time. */
export function synchronize(center: IdentityCenter): Synchronized {
  const arrived: string[] = [];
  const refused: DescribedUser[] = [];
  for (const person of center.waiting) {
    if (isTaken(center, person)) refused.push(person);
    else {
      center.users.set(person.id, userOf(person));
      arrived.push(person.userName);
    }
  }
  center.waiting = refused;
  return { arrived, refused: refused.map(({ userName }) => userName) };
}

const isTaken = ({ users }: IdentityCenter, person: DescribedUser): boolean =>
  [...users.values()].some(
    ({ userName, email }) => isSame(userName, person.userName) || isSame(email?.Value ?? '', person.email),
  );
