import { useEffect, useState } from 'preact/hooks';
import { keepOverReload } from '../../over-reload.ts';

/** When somebody last opened an account at the portal, by their user name in small letters: nothing in AWS tells it. */
export type Visits = Readonly<Record<string, string>>;

/** Of this tab, also over a reload. */
let visits: Visits = keepOverReload('visits', () => visits) ?? {};
const listeners = new Set<(visits: Visits) => void>();

export function noteVisit(userName: string): void {
  visits = { ...visits, [userName.toLowerCase()]: new Date().toISOString() };
  for (const listener of listeners) listener(visits);
}

export function useVisits(): Visits {
  const [seen, setSeen] = useState(visits);
  useEffect(() => {
    listeners.add(setSeen);
    return () => void listeners.delete(setSeen);
  }, []);
  return seen;
}
