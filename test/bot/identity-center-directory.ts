import type { DescribedUser } from '../../sandbox/identity-center/described.ts';
import { kumoworks } from '../../sandbox/organization/kumoworks.ts';
import { reading } from '../../sandbox/organization/organization.ts';
import { withDirectory } from '../../sandbox/organization/with-directory.ts';
import { useCenter } from './identity-center.ts';
import type { TestWorld } from './world.ts';

/** A world whose people come from a company directory, which everybody but Yuki has come from already; all read English. */
export const useDirectory = (policy: (text: string) => string = (text) => text) =>
  useCenter(
    { users: 'existing' },
    {
      organization: withDirectory(reading(kumoworks, 'en')),
      policy: (text) => policy(text.replace('users: create', 'users: existing')),
    },
  );

/** The directory has somebody else in the place of whoever had this address or name, and a synchronization has brought them. */
export function bring({ world }: TestWorld, person: Omit<DescribedUser, 'id'>): void {
  const { identityCenter } = world.aws;
  const { users } = world.aws.look.identityCenter;
  for (const { userId, userName } of [...users.values()])
    if (userName === person.userName) identityCenter.asAdmin('deleteUser', { UserId: userId });
  identityCenter.hire(person);
  const { refused } = identityCenter.synchronize();
  if (refused.includes(person.userName)) throw new Error(`${person.userName} could not be synchronized.`);
}
