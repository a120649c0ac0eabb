import { useEffect, useState } from 'preact/hooks';
import type { Said, Seen } from './news.ts';

const key = 'boarding-pass seen';

/** What this tab has shown, remembered while it is open and for one world only. */
export function useSeen(world: string): { seen: Seen; markSeen(what: string, said: Said): void } {
  const [kept, setKept] = useState(readKept);
  useEffect(() => sessionStorage.setItem(key, JSON.stringify(kept)), [kept]);
  const seenIn = (one: Kept): Seen => (one.world === world ? one.seen : {});
  return {
    seen: seenIn(kept),
    markSeen: (what, said) =>
      setKept((before) => {
        const known = seenIn(before)[what];
        const isKnown = (known?.all ?? 0) === said.all && (known?.toThem ?? 0) === said.toThem;
        return isKnown ? before : { world, seen: { ...seenIn(before), [what]: said } };
      }),
  };
}

type Kept = { world: string; seen: Seen };

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'world' in value && 'seen' in value;

function readKept(): Kept {
  const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
  return isKept(kept) ? kept : { world: '', seen: {} };
}
