import type { Organization, Person } from '../organization.ts';
import { type Chance, createChance } from './chance.ts';
import { cultures, unusual } from './names.ts';

/** So many people that the organization does not have yet; the first of them have the names that layouts break on. */
export function inventedPeople(organization: Organization, count: number): Person[] {
  const chance = createChance(19_990_402);
  const taken = new Set(organization.people.map(({ name }) => name));
  return Array.from({ length: count }, (_, index) => {
    const { realName, handle, locale } = unusual[index] ?? inventedName(chance);
    const name = free(handle, taken);
    return {
      id: `U0P${index.toString(36).toUpperCase().padStart(5, '0')}`,
      name,
      realName,
      email: `${name}@${organization.team.domain}.example`,
      locale,
      ...(chance.once(25) && { guest: chance.oneOf(['multi-channel', 'single-channel'] as const) }),
      ...(chance.once(30) && { deleted: true as const }),
    };
  });
}

function inventedName(chance: Chance): { realName: string; handle: string; locale: string } {
  const { locales, given, family, familyFirst = false } = chance.oneOf(cultures);
  const [first, firstLatin = first] = chance.oneOf(given).split('/');
  const [last, lastLatin = last] = chance.oneOf(family).split('/');
  return {
    realName: familyFirst ? `${last} ${first}` : `${first} ${last}`,
    handle: `${firstLatin}.${lastLatin}`,
    locale: chance.oneOf(locales),
  };
}

/** The handle in Slack's letters; with a number from the second of that name on. */
function free(wanted: string, taken: Set<string>): string {
  const handle = wanted
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9.]/g, '');
  let name = handle;
  for (let number = 2; taken.has(name); number += 1) name = `${handle}${number}`;
  taken.add(name);
  return name;
}
