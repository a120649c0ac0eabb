import { useEffect, useState } from 'preact/hooks';
import { codeOf } from './one-time-code.ts';

/** The codes of these steps; none until they are worked out. */
export function useCodes(seed: string, steps: number[]): string[] {
  const [codes, setCodes] = useState<string[]>([]);
  useEffect(() => {
    let isWanted = true;
    void Promise.all(steps.map((step) => codeOf(seed, step))).then((worked) => isWanted && setCodes(worked));
    return () => {
      isWanted = false;
    };
  }, [seed, ...steps]);
  return codes;
}
