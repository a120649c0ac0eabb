import { enlarged } from '../../sandbox/organization/enlarged.ts';
import { createChance } from '../../sandbox/organization/invented/chance.ts';
import { kumoworks } from '../../sandbox/organization/kumoworks.ts';
import { type Organization, type Person, reading } from '../../sandbox/organization/organization.ts';
import type { Wish } from '../bench/request.ts';

export type Plan = { organization: Organization; wishes: Wish[] };

/** Where each profile of the sandbox's policy gives something; groups need no account. */
const ACCOUNTS: Record<string, string[]> = {
  developer: ['111122223333', '111122224444', '222233334444', '222233335555'],
  'cloud-developer': ['111122223333', '111122224444', '222233334444', '222233335555'],
  engineering: [],
};
const REQUESTERS = ['U0AIKO', 'U0MARIA', 'U0HIRO', 'U0LENA'];

/** So many requests, each for people of its own; who, for whom and where is drawn by the seed. */
export function planOf(size: { seed: number; requests: number; people: number; profile: string }): Plan {
  const { seed, requests, people, profile } = size;
  const chance = createChance(seed);
  const accounts = ACCOUNTS[profile];
  if (!accounts) throw new Error(`There is no profile ${profile} to measure: ${Object.keys(ACCOUNTS).join(', ')}.`);
  // Of those who are invented some are guests, or have left.
  const organization = reading(enlarged(kumoworks, { people: Math.ceil(requests * people * 1.2) + 100 }), 'en');
  const newcomers = shuffled(organization.people.filter(isNewcomer), chance.below).map(({ id }) => id);
  const wishes = Array.from({ length: requests }, (_, n) => ({
    requester: chance.oneOf(REQUESTERS),
    profile,
    accounts: accounts.length > 0 ? [chance.oneOf(accounts)] : [],
    people: newcomers.slice(n * people, (n + 1) * people),
  }));
  return { organization, wishes };
}

/** The first of the invented ones have names that layouts break on, some of which make no user. */
const isNewcomer = ({ id, guest, deleted }: Person): boolean =>
  id.startsWith('U0P') && id > 'U0P00010' && !guest && !deleted;

function shuffled<Item>(items: readonly Item[], below: (end: number) => number): Item[] {
  const left = [...items];
  return items.map(() => left.splice(below(left.length), 1)[0] as Item);
}
