import type { PersonSlice } from '../../../slices.ts';
import { comparable } from './choice.ts';

/** A person, and their names as they are compared. */
type Indexed = { person: PersonSlice; names: string };

export type PeopleIndex = Indexed[];

/** Everybody who can be chosen: as in Slack, nobody who was deactivated. */
export function indexPeople(people: PersonSlice[]): PeopleIndex {
  return people
    .filter(({ kind }) => kind !== 'deactivated')
    .map((person) => ({ person, names: ` ${comparable(person.realName)} ${comparable(person.name)}` }));
}

/** People by a part of their name or handle; first those of whom a name begins with it. */
export function findPeople(index: PeopleIndex, text: string): PersonSlice[] {
  const wanted = comparable(text).trim().replace(/^@/, '');
  const found = index.filter(({ names }) => names.includes(wanted));
  const [first, rest] = [true, false].map((begins) =>
    found.filter(({ names }) => names.includes(` ${wanted}`) === begins),
  );
  return [...(first ?? []), ...(rest ?? [])].map(({ person }) => person);
}
