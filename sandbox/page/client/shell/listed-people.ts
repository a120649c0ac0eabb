import type { PersonSlice } from '../../slices.ts';

/** So many people can be listed; up to so many need no search. */
const most = 30;
/** Of a large workspace, so many are offered before anybody searched: the organization names the main characters first. */
const first = 9;

export const canAct = ({ kind }: PersonSlice): boolean => kind !== 'bot' && kind !== 'deactivated';

export type ListedPeople = { listed: PersonSlice[]; isLarge: boolean; hidden: number };

/** Whom to offer for switching to: everybody, or in a large workspace whom one is likely to want. */
export function listPeople(
  people: PersonSlice[],
  { current, find, newsOf }: { current: string; find: string; newsOf(person: PersonSlice): number },
): ListedPeople {
  const others = people.filter((person) => canAct(person) && person.id !== current);
  const isLarge = others.length > most;
  if (!isLarge) return { listed: others, isLarge, hidden: 0 };

  const text = find.trim().toLowerCase();
  const wanted = text
    ? others.filter((person) => isNamed(person, text))
    : others.filter((person, place) => place < first || newsOf(person) > 0);
  const listed = wanted.slice(0, most);
  return { listed, isLarge, hidden: (text ? wanted : others).length - listed.length };
}

function isNamed({ id, name, realName, email }: PersonSlice, text: string): boolean {
  return [id, name, realName, email].some((known) => known.toLowerCase().includes(text));
}
