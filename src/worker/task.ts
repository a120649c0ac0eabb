import type { Logger } from 'pino';
import type { OnboardingState } from '../contract/state.ts';
import type { TaskName } from '../contract/tasks.ts';
import type { Hold } from './held.ts';

/**
 * `isNews` is false where the end may have been told before. `message` and `followed` are what a task has posted meanwhile,
 * of which the execution does not know.
 */
export type ExecutionEndedInput = { isNews?: boolean } & Partial<Pick<OnboardingState, 'message' | 'followed'>>;

/**
 * `token` is empty where nobody waits for an answer. Since `triedSince` an earlier try may have had its effect; it is not
 * there at the first. Each line of `log` names the task and the request. Right before an effect that cannot be undone: `mustHold`.
 */
export type TaskContext = Hold & {
  token: string;
  executionName: string;
  triedSince?: Date | undefined;
  log: Logger;
};

/** Does one step of a request and returns its result, or throws: what follows is written in the state machine. */
export type Task<Input = OnboardingState> = (input: Input, context: TaskContext) => Promise<unknown>;

/** Returned by a task that stays open: somebody will answer it with its token. */
export const LEFT_OPEN = Symbol('left open');

/** Every task that the state machines send, by the name they send: each reads what it is given itself. */
export type Tasks = Record<TaskName, Task<unknown>> & { 'execution-ended': Task<ExecutionEndedInput> };
