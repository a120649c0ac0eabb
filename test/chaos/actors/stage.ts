import { actAs } from '../../../sandbox/acting/actor.ts';
import type { World } from '../../../sandbox/world.ts';
import type { Clocks } from '../clocks.ts';
import type { Eyes } from '../world/eyes.ts';
import type { Wait } from '../world/wait.ts';

/** What everybody acts on, and sees with. */
export type Stage = {
  world: World;
  eyes: Eyes;
  clocks: Clocks;
  wait: Wait;
  /** Aborts when nobody waits any more. */
  over: AbortSignal;
};

export const actor = ({ world }: Stage, user: string) => actAs(world.url, user);
