import { useRef } from 'preact/hooks';
import type { Slices } from '../../slices.ts';

/** What people call accounts and each other; what has no name here keeps its id. */
export type Names = { ofAccount(id: string): string; ofPerson(id: string): string };

/** Remembers accounts that a search has since left out. */
export function useNames({ accounts, people }: Pick<Slices, 'accounts' | 'people'>): Names {
  const known = useRef(new Map<string, string>());
  for (const { id, name } of accounts.shown) known.current.set(id, name);
  return {
    ofAccount: (id) => known.current.get(id) ?? id,
    ofPerson: (id) => people.find((person) => person.id === id)?.realName ?? id,
  };
}
