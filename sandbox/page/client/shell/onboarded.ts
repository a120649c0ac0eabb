import type { AccountSlice, PersonSlice, Slices, UserSlice } from '../../slices.ts';
import { canAct } from './listed-people.ts';

/** A user that a request made, and who fetches the password: nobody where it went by e-mail. */
export type Onboarded = { account: AccountSlice; user: UserSlice; owner: PersonSlice | undefined };

/** What one request gave one person: of several accounts a user in each. */
export type Given = Onboarded[];

export function givenTo({ accounts, people }: Pick<Slices, 'accounts' | 'people'>): Given[] {
  const users = accounts.used.flatMap((account) =>
    account.users
      .filter(({ path }) => path.startsWith('/onboarded/'))
      .map((user): Onboarded => ({ account, user, owner: people.find(({ id }) => id === claimantOf(user)) })),
  );
  const reachable = users.filter(({ owner }) => !owner || canAct(owner));
  return [...Map.groupBy(reachable, ({ user }) => `${user.tags['onboarding:request']} ${claimantOf(user)}`).values()];
}

const claimantOf = ({ tags }: UserSlice): string | undefined => tags['onboarding:claimant'];

/** A password is not enough: the boundary of whoever was onboarded lets nobody do anything without MFA. */
export const isThrough = ({ user }: Onboarded): boolean => user.mfaLastUsed !== undefined;
