import { useEffect, useState } from 'preact/hooks';
import { presentTime } from '../../present-time.ts';

/** When somebody last opened an account at the portal, by their user name in small letters: nothing in AWS tells it. */
export type Visits = Readonly<Record<string, string>>;

const key = 'boarding-pass visits';
let visits: Visits = JSON.parse(localStorage.getItem(key) ?? '{}');
const listeners = new Set<(visits: Visits) => void>();

export function noteVisit(userName: string): void {
  visits = { ...visits, [userName.toLowerCase()]: new Date(presentTime()).toISOString() };
  localStorage.setItem(key, JSON.stringify(visits));
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
