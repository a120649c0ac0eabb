import { inventedAccounts } from './invented/accounts.ts';
import { inventedPeople } from './invented/people.ts';
import type { Organization } from './organization.ts';

/** How many there are in the end, the ones that are always there included. */
export type Size = { accounts?: number | undefined; people?: number | undefined };

/** The same organization with invented accounts and people added: always the same ones, whatever the machine. */
export function enlarged(organization: Organization, { accounts, people }: Size): Organization {
  const { units, accounts: newAccounts } = inventedAccounts(organization, missing(accounts, organization.accounts));
  const newPeople = inventedPeople(organization, missing(people, organization.people));
  return {
    ...organization,
    units: [...organization.units, ...units],
    accounts: [...organization.accounts, ...newAccounts],
    people: [...organization.people, ...newPeople],
  };
}

function missing(wanted: number | undefined, present: unknown[]): number {
  return Math.max(0, (wanted ?? 0) - present.length);
}
