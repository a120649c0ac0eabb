import type { Chance } from '../../../sandbox/organization/invented/chance.ts';
import type { World } from '../../../sandbox/world.ts';
import type { Clocks } from '../clocks.ts';
import type { Bots } from '../world/bots.ts';
import type { Wait } from '../world/wait.ts';

/** What faults are put in with. */
export type Parts = {
  world: World;
  bots: Bots;
  clocks: Clocks;
  chance: Chance;
  wait: Wait;
  /** Lets so many milliseconds pass, unless the run has to end. */
  rest(ms: number): Promise<void>;
  /** Have the minutes gone by that were asked for? */
  isTimeOver(): boolean;
  /** Aborts when the run has to end. */
  over: AbortSignal;
};
