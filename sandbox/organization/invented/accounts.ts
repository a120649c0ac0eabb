import { account, strictPolicy } from '../kumoworks.ts';
import type { Account, Organization, OrganizationalUnit } from '../organization.ts';
import { type Chance, createChance } from './chance.ts';

/** Divisions and the areas that their teams work in. */
const divisions = {
  Commerce: ['Checkout', 'Catalog', 'Pricing', 'Loyalty'],
  Logistics: ['Warehouse', 'Routing', 'Fleet', 'Returns'],
  Finance: ['Ledger', 'Invoicing', 'Treasury', 'Fraud'],
  Media: ['Streaming', 'Podcasts', 'Images', 'Subtitles'],
  Mobility: ['Tickets', 'Maps', 'Scooters', 'Parking'],
  Data: ['Warehousing', 'Models', 'Reports', 'Events'],
};
const parts = [
  '',
  'api',
  'web',
  'mobile',
  'worker',
  'batch',
  'search',
  'cache',
  'events',
  'admin',
  'partner',
  'archive',
];
const places = ['', 'tokyo', 'osaka', 'lisbon', 'dublin', 'oregon', 'mumbai', 'sydney', 'seoul', 'zurich'];
const stages = ['dev', 'test', 'staging', 'prod'];

/** One area after the other gets so many: a few hundred accounts need few units, which AWS lists slowly. */
const servicesAtOnce = 25;

type Area = { name: string; production: string; development: string };

/** So many accounts that the organization does not have yet, and the units they are in: division, area, stage. */
export function inventedAccounts(
  organization: Organization,
  count: number,
): { units: OrganizationalUnit[]; accounts: Account[] } {
  const chance = createChance(20_251_103);
  const { units, areas } = inventedUnits(organization.root);
  const taken = new Set(organization.accounts.map(({ id }) => id));
  const accounts: Account[] = [];
  for (let service = 0; accounts.length < count; service += 1) {
    const block = Math.floor(service / servicesAtOnce);
    const area = areas[block % areas.length];
    if (!area) break;
    const inArea = Math.floor(block / areas.length) * servicesAtOnce + (service % servicesAtOnce);
    const name = serviceName(area.name, inArea);
    for (const stage of stages) {
      if (accounts.length === count) break;
      const parent = stage === 'prod' ? area.production : area.development;
      accounts.push(
        account(newId(chance, taken), `${name}-${stage}`, parent, peculiarities(chance, `${name}-${stage}`)),
      );
    }
  }
  return { units: units.filter(({ id }) => isInUse(id, units, accounts)), accounts };
}

function inventedUnits(root: string): { units: OrganizationalUnit[]; areas: Area[] } {
  const units: OrganizationalUnit[] = [];
  const areas: Area[] = [];
  const add = (name: string, parent: string, path: string): string => {
    const id = `ou-kumo-${path}`;
    units.push({ id, name, parent });
    return id;
  };
  Object.entries(divisions).forEach(([division, names], i) => {
    const divisionId = add(division, root, `division${i}`);
    names.forEach((name, j) => {
      const areaId = add(name, divisionId, `area${i}${j}000`);
      const production = add('Production', areaId, `area${i}${j}prod`);
      const development = add('Development', areaId, `area${i}${j}dev0`);
      areas.push({ name: name.toLowerCase(), production, development });
    });
  });
  return { units, areas };
}

/** `checkout`, `checkout-api`, `checkout-web` …, then the same in Tokyo, and so on; numbered when all that is used up. */
function serviceName(area: string, index: number): string {
  const part = parts[index % parts.length];
  const place = places[Math.floor(index / parts.length) % places.length];
  const round = Math.floor(index / parts.length / places.length);
  return [area, part, place, round > 0 ? String(round + 1) : ''].filter(Boolean).join('-');
}

function newId(chance: Chance, taken: Set<string>): string {
  for (;;) {
    const id = String(chance.below(1_000_000)).padStart(6, '0') + String(chance.below(1_000_000)).padStart(6, '0');
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

function peculiarities(chance: Chance, name: string): Partial<Account> {
  return {
    ...(chance.once(8) && { alias: `kumo-${name}` }),
    ...(chance.once(40) && { state: 'SUSPENDED' }),
    ...(chance.once(20) && { passwordPolicy: strictPolicy }),
    ...(chance.once(30) && { groups: ['Administrators'] }),
    ...(chance.once(50) && { withoutRoles: true }),
  };
}

function isInUse(id: string, units: OrganizationalUnit[], accounts: Account[]): boolean {
  return (
    accounts.some(({ parent }) => parent === id) ||
    units.some((unit) => unit.parent === id && isInUse(unit.id, units, accounts))
  );
}
