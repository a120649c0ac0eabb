import type { Json, JsonObject } from '../json.ts';

/** Where a task runs: which execution calls, with which role, and until when. */
export type TaskScope = {
  machine: { name: string; arn: string };
  executionArn: string;
  roleArn: string | undefined;
  /** Aborts when the execution is stopped or the state's time is over. */
  signal: AbortSignal;
  /** Hears which token the task waits for. */
  onToken(token: string): void;
};

export type RunTask = (resource: string, parameters: JsonObject, scope: TaskScope) => Promise<Json>;

export type Task = { parameters: string[]; run(parameters: JsonObject, scope: TaskScope): Json | Promise<Json> };
