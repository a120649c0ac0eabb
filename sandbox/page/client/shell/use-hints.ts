import { useState } from 'preact/hooks';

const key = 'boarding-pass hint';

export type Hints = { areShown: boolean; show(areShown: boolean): void };

/** Whether somebody wants to be told what to do next; remembered for their next visit. */
export function useHints(): Hints {
  const [areShown, setShown] = useState(localStorage.getItem(key) !== 'dismissed');
  return {
    areShown,
    show(wanted) {
      if (wanted) localStorage.removeItem(key);
      else localStorage.setItem(key, 'dismissed');
      setShown(wanted);
    },
  };
}
