import { createHold, type Hold } from '../misbehaving/hold.ts';

type ErrorOf = (name: string, cause: string) => Error;
/** What becomes of a call instead of, or besides, its effect. */
type Meet = <Result>(effect: () => Promise<Result>, errorOf: ErrorOf) => Promise<Result>;

export type Faults = {
  /** Runs the effect, unless a planted fault comes before it; or fails after it, as if its answer were lost. */
  around<Result>(action: string, errorOf: ErrorOf, effect: () => Promise<Result>): Promise<Result>;
  failNext(action: string, errorName: string, times?: number, options?: { after?: boolean; cause?: string }): void;
  /** The next calls wait until a test lets them go on. */
  hold(action: string, times?: number): Hold;
};

/**
 * The faults that a test plants. A state machine's task is named `iam:attachUserPolicy`, `sqs:sendMessage`,
 * `states:startExecution`; a call over the wire `states:SendTaskSuccess`, `ses:SendEmail`.
 */
export function createFaults(): Faults {
  const planted: { action: string; left: number; meet: Meet }[] = [];

  return {
    failNext(action, errorName, times = 1, { after = false, cause = 'A fault that a test planted.' } = {}) {
      const meet: Meet = async (effect, errorOf) => {
        if (after) await effect();
        throw errorOf(errorName, cause);
      };
      planted.push({ action, left: times, meet });
    },
    hold(action, times = 1) {
      const hold = createHold(times);
      const meet: Meet = async (effect) => {
        await hold.wait();
        return effect();
      };
      planted.push({ action, left: times, meet });
      return hold;
    },
    async around(action, errorOf, effect) {
      const fault = planted.find((candidate) => candidate.action === action && candidate.left > 0);
      if (!fault) return effect();
      fault.left -= 1;
      return fault.meet(effect, errorOf);
    },
  };
}
