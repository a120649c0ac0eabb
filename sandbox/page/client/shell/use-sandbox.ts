import { useEffect, useState } from 'preact/hooks';
import type { Slices } from '../../slices.ts';
import { setAhead } from '../present-time.ts';
import { connect, isWhole } from './connect.ts';

export type Sandbox = {
  /** Undefined until everything is there. */
  slices: Slices | undefined;
  isLost: boolean;
  /** Since this page was opened the sandbox was started again. */
  isAnotherWorld: boolean;
  dismissAnotherWorld(): void;
};

/** The sandbox as somebody sees it, kept up to date. */
export function useSandbox(as: string | undefined, find: string, onStranger: () => void): Sandbox {
  const [slices, setSlices] = useState<Partial<Slices>>({});
  const [isLost, setLost] = useState(false);
  const [firstWorld, setFirstWorld] = useState<string>();
  useEffect(() => {
    return connect(
      { as, find },
      {
        onSlices: (changed) => {
          if (changed.time) setAhead(changed.time.ahead);
          setSlices((before) => ({ ...before, ...changed }));
          if (changed.world) setFirstWorld((first) => first ?? changed.world?.id);
        },
        onLost: () => setLost(true),
        onFound: () => setLost(false),
        onStranger,
      },
    );
  }, [as, find]);

  const world = slices.world?.id;
  return {
    slices: isWhole(slices) ? slices : undefined,
    isLost,
    isAnotherWorld: world !== firstWorld,
    dismissAnotherWorld: () => setFirstWorld(world),
  };
}
