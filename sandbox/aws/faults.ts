export type Faults = {
  /** Runs the effect, unless a planted fault comes before it; or fails after it, as if its answer were lost. */
  around<Result>(
    action: string,
    errorOf: (name: string, cause: string) => Error,
    effect: () => Promise<Result>,
  ): Promise<Result>;
  failNext(action: string, errorName: string, times?: number, options?: { after?: boolean; cause?: string }): void;
};

/**
 * The faults that a test plants. A state machine's task is named `iam:attachUserPolicy`, `sqs:sendMessage`,
 * `states:startExecution`; a call over the wire `states:SendTaskSuccess`, `ses:SendEmail`.
 */
export function createFaults(): Faults {
  const planted: { action: string; errorName: string; left: number; after: boolean; cause: string }[] = [];

  return {
    failNext(action, errorName, times = 1, { after = false, cause = 'A fault that a test planted.' } = {}) {
      planted.push({ action, errorName, left: times, after, cause });
    },
    async around(action, errorOf, effect) {
      const fault = planted.find((candidate) => candidate.action === action && candidate.left > 0);
      if (!fault) return effect();
      fault.left -= 1;
      if (fault.after) await effect();
      throw errorOf(fault.errorName, fault.cause);
    },
  };
}
