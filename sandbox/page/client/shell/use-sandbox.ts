import { useEffect, useState } from 'preact/hooks';
import type { Slices } from '../../slices.ts';
import { connect, isWhole } from './connect.ts';
import { useVisible } from './use-visible.ts';

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
  const isVisible = useVisible();
  const [attempt, setAttempt] = useState(0);

  // A browser gives one origin six connections for all its tabs: those that nobody looks at leave theirs to others.
  useEffect(() => {
    if (!isVisible) return undefined;
    return connect(
      { as, find },
      {
        onSlice: (slice) => {
          setSlices((before) => ({ ...before, ...slice }));
          if (slice.world) setFirstWorld((first) => first ?? slice.world?.id);
        },
        onLost: () => setLost(true),
        onFound: () => setLost(false),
        onStranger,
        onRefused: () => setAttempt((before) => before + 1),
      },
    );
  }, [as, find, isVisible, attempt]);

  const world = slices.world?.id;
  return {
    slices: isWhole(slices) ? slices : undefined,
    isLost,
    isAnotherWorld: world !== firstWorld,
    dismissAnotherWorld: () => setFirstWorld(world),
  };
}
