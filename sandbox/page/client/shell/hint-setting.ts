import { useState } from 'preact/hooks';

const key = 'boarding-pass hint';

export type HintSetting = { isOn: boolean; set(isOn: boolean): void };

/** Whether somebody wants to be told what to do next; remembered for their next visit. */
export function useHintSetting(): HintSetting {
  const [isOn, setOn] = useState(localStorage.getItem(key) !== 'dismissed');
  return {
    isOn,
    set(wanted) {
      if (wanted) localStorage.removeItem(key);
      else localStorage.setItem(key, 'dismissed');
      setOn(wanted);
    },
  };
}
