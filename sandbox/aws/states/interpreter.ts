import { setImmediate } from 'node:timers/promises';
import { ExecutionAbortedError, ExecutionError, ExecutionTimeoutError } from 'aws-local-stepfunctions';
import type { Json, JsonObject } from '../json.ts';
import { dataLimitExceeded, TerminalError } from '../task-error.ts';
import { type HistoryEntry, type HistoryEvent, isOverLimit, keepToken, show, withoutToken } from './history.ts';
import type { Machine } from './machines.ts';
import { createRetryCount } from './retry-count.ts';
import { added, longestTimeout } from './rewrite.ts';
import type { RunTask } from './task.ts';

export type Outcome =
  | { status: 'SUCCEEDED'; output: string }
  | { status: 'FAILED'; error: string; cause: string }
  | { status: 'TIMED_OUT' | 'ABORTED' };

export type Interpretation = {
  executionArn: string;
  name: string;
  input: Json;
  /** Milliseconds that every Retry and every Wait waits; left out, as long as it says. */
  retryDelay?: number | undefined;
  waitDelay?: number | undefined;
  /** Aborts to stop the execution. */
  signal: AbortSignal;
  runTask: RunTask;
  /** Takes the history; an execution without logging gives none. */
  record: ((event: HistoryEvent) => void) | undefined;
};

/** Runs a machine to its end; whatever happens is in the outcome. */
export async function interpret(machine: Machine, options: Interpretation): Promise<Outcome> {
  const { signal, record } = options;
  const terminated = new AbortController();
  const ended = AbortSignal.any([signal, terminated.signal]);
  const log = (entry: HistoryEntry): HistoryEvent => {
    const event = { at: new Date().toISOString(), ...entry };
    record?.(event);
    return event;
  };
  const handle = createHandler(machine, options, { log, ended, terminate: (err) => terminated.abort(err) });
  const run = machine.interpreter.run(options.input, {
    context: contextOf(machine, options),
    overrides: overridesOf(machine, options, handle),
  });
  ended.addEventListener('abort', () => run.abort(), { once: true });
  const settled = run.result.then(
    (output): Outcome => ({ status: 'SUCCEEDED', output: JSON.stringify(output) }),
    outcomeOf,
  );

  for await (const event of run.eventLogs) {
    if (isOverLimit(event)) terminated.abort(dataLimitExceeded('state' in event ? event.state.name : machine.name));
    log(show(event));
  }
  const outcome = await settled;
  if (terminated.signal.aborted) return failure(terminated.signal.reason);
  // After one iteration of a Map failed, the interpreter leaves the others alone, even if the execution ends with it.
  terminated.abort(new TerminalError('ExecutionEnded', 'The execution is over.'));
  return outcome;
}

type Handle = (state: string, resource: string, made: Json) => Promise<Json>;

type Course = {
  log(entry: HistoryEntry): HistoryEvent;
  /** Aborts when the execution is over, however that comes. */
  ended: AbortSignal;
  terminate(err: TerminalError): void;
};

/** Runs the tasks of an execution. */
function createHandler(machine: Machine, { executionArn, runTask }: Interpretation, course: Course): Handle {
  const { log, ended, terminate } = course;
  const withRetryCount = createRetryCount();
  return async (state, resource, made) => {
    const { roleArn, seconds, parameters: template } = takeApart(made);
    if (!(seconds >= 1)) return forever(); // which the interpreter refuses itself
    const parameters = withRetryCount(state, template);
    const { signal: timeout, clear } = countDown(seconds);
    const until = AbortSignal.any([ended, timeout]);
    try {
      // A call takes its time; until then the watch over sizes has seen the state's input.
      await setImmediate();
      if (until.aborted) throw until.reason;
      const scheduled = log({
        type: 'TaskScheduled',
        state,
        resource,
        ...(roleArn && { roleArn }),
        parameters: withoutToken(parameters),
      });
      const onToken = (token: string) => keepToken(scheduled, token);
      const output = await runTask(resource, parameters, { machine, executionArn, roleArn, signal: until, onToken });
      log({ type: 'TaskSucceeded', state, output });
      return output;
    } catch (err) {
      // The interpreter keeps the same time and throws its own States.Timeout, which States.TaskFailed does not match.
      if (timeout.aborted && !ended.aborted) return forever();
      if (err instanceof TerminalError && !ended.aborted) terminate(err);
      throw err;
    } finally {
      clear();
    }
  };
}

const contextOf = ({ arn, definition }: Machine, { executionArn, name }: Interpretation) => ({
  Execution: { Id: executionArn, Name: name },
  StateMachine: { Id: arn, Name: arn.split(':').at(-1) },
  Hashers: definition.hashers,
  // The interpreter's context object says nothing of the state: what is asked now is nearly what AWS gives.
  State: {
    get EnteredTime() {
      return new Date().toISOString();
    },
  },
});

/** What the interpreter does otherwise than by itself: every Task, and how long it waits. */
function overridesOf({ definition }: Machine, { retryDelay, waitDelay }: Interpretation, handle: Handle) {
  const { tasks, retried, types } = definition;
  const handlers = [...tasks].map(([state, resource]) => [state, (made: Json) => handle(state, resource, made)]);
  const waits = [...types].filter(([, type]) => type === 'Wait').map(([state]) => state);
  return {
    taskResourceLocalHandlers: Object.fromEntries(handlers),
    ...(retryDelay !== undefined && {
      retryIntervalOverrides: Object.fromEntries(retried.map((state) => [state, retryDelay])),
    }),
    ...(waitDelay !== undefined && {
      waitTimeOverrides: Object.fromEntries(waits.map((state) => [state, waitDelay])),
    }),
  };
}

function outcomeOf(err: unknown): Outcome {
  if (err instanceof ExecutionAbortedError) return { status: 'ABORTED' };
  if (err instanceof ExecutionTimeoutError) return { status: 'TIMED_OUT' };
  return failure(err instanceof ExecutionError ? err.cause : err);
}

function failure(err: unknown): Outcome {
  return err instanceof Error
    ? { status: 'FAILED', error: err.name, cause: err.message }
    : { status: 'FAILED', error: 'States.Runtime', cause: String(err) };
}

/** Splits what the rewrite of the definition added from the task's own parameters. */
function takeApart(made: Json): { roleArn: string | undefined; seconds: number; parameters: JsonObject } {
  const all = typeof made === 'object' && made !== null && !Array.isArray(made) ? made : {};
  const { [added.credentials]: credentials, [added.timeout]: timeout, ...parameters } = all;
  const roleArn =
    typeof credentials === 'object' && credentials && 'RoleArn' in credentials ? credentials.RoleArn : undefined;
  return { roleArn: typeof roleArn === 'string' ? roleArn : undefined, seconds: Number(timeout), parameters };
}

/** The interpreter gives up on a task without telling it, so the task keeps the same time. */
function countDown(seconds: number): { signal: AbortSignal; clear(): void } {
  if (seconds > longestTimeout) {
    throw new TerminalError('States.Runtime', `The sandbox has no timeouts over ${longestTimeout} seconds (24 days).`);
  }
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), seconds * 1000);
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}

const forever = (): Promise<never> => new Promise(() => {});
