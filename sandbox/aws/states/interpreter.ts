import { setImmediate } from 'node:timers/promises';
import { ExecutionAbortedError, ExecutionError, ExecutionTimeoutError } from 'aws-local-stepfunctions';
import { isTooLarge, type Json, type JsonObject } from '../json.ts';
import { dataLimitExceeded, TerminalError } from '../task-error.ts';
import { added, longestTimeout, tokenPlaceholder } from './definition.ts';
import type { Machine } from './machines.ts';
import type { RunTask } from './tasks.ts';

export type HistoryEvent = {
  at: string;
  type: string;
  state?: string;
  index?: number;
  resource?: string;
  roleArn?: string;
  parameters?: Json;
  input?: Json;
  output?: Json;
  error?: string;
  cause?: string;
};

export type Outcome =
  | { status: 'SUCCEEDED'; output: string }
  | { status: 'FAILED'; error: string; cause: string }
  | { status: 'TIMED_OUT' | 'ABORTED' };

export type Interpretation = {
  executionArn: string;
  name: string;
  input: Json;
  retryDelay: number;
  /** Aborts to stop the execution. */
  signal: AbortSignal;
  runTask: RunTask;
  /** Takes the history; an execution without logging gives none. */
  record: ((event: HistoryEvent) => void) | undefined;
};

/** Runs a machine to its end; whatever happens is in the outcome. */
export async function interpret(machine: Machine, options: Interpretation): Promise<Outcome> {
  const { executionArn, name, input, retryDelay, signal, runTask, record } = options;
  const { tasks, retried } = machine.definition;
  const terminated = new AbortController();
  const ended = AbortSignal.any([signal, terminated.signal]);
  const log = (event: Omit<HistoryEvent, 'at'>) => record?.({ at: new Date().toISOString(), ...event });

  const handle = async (state: string, resource: string, made: Json): Promise<Json> => {
    const { roleArn, seconds, parameters } = takeApart(made);
    if (!(seconds >= 1)) return forever(); // which the interpreter refuses itself
    const { signal: timeout, clear } = countDown(seconds);
    const until = AbortSignal.any([ended, timeout]);
    try {
      // A call takes its time; until then the watch over sizes has seen the state's input.
      await setImmediate();
      if (until.aborted) throw until.reason;
      log({
        type: 'TaskScheduled',
        state,
        resource,
        ...(roleArn && { roleArn }),
        parameters: withoutToken(parameters),
      });
      const output = await runTask(resource, parameters, { machine, executionArn, roleArn, signal: until });
      log({ type: 'TaskSucceeded', state, output });
      return output;
    } catch (err) {
      // The interpreter keeps the same time and throws its own States.Timeout, which States.TaskFailed does not match.
      if (timeout.aborted && !ended.aborted) return forever();
      if (err instanceof TerminalError) terminated.abort(err);
      throw err;
    } finally {
      clear();
    }
  };
  const handlers = [...tasks].map(([state, resource]) => [state, (made: Json) => handle(state, resource, made)]);

  const run = machine.interpreter.run(input, {
    context: { Execution: { Id: executionArn, Name: name }, StateMachine: { Id: machine.arn, Name: machine.name } },
    overrides: {
      taskResourceLocalHandlers: Object.fromEntries(handlers),
      retryIntervalOverrides: Object.fromEntries(retried.map((state) => [state, retryDelay])),
    },
  });
  ended.addEventListener('abort', () => run.abort(), { once: true });
  const settled = run.result.then(
    (output): Outcome => ({ status: 'SUCCEEDED', output: JSON.stringify(output) }),
    (err): Outcome => (terminated.signal.aborted ? failure(terminated.signal.reason) : outcomeOf(err)),
  );

  for await (const event of run.eventLogs) {
    const tooLarge = sizesOf(event).find(isTooLarge);
    if (tooLarge !== undefined) terminated.abort(dataLimitExceeded('state' in event ? event.state.name : machine.name));
    log(show(event));
  }
  // The interpreter may have come to its end in the moment in which the watch stopped it.
  const outcome = await settled;
  return terminated.signal.aborted ? failure(terminated.signal.reason) : outcome;
}

type Event = {
  type: string;
  index?: number;
  state?: { name: string; input: Json; output?: Json };
  parentState?: { name: string };
  input?: Json;
  output?: Json;
  Error?: string;
  Cause?: unknown;
};

function sizesOf({ type, state, output }: Event): string[] {
  if (type === 'StateEntered' && state) return [JSON.stringify(state.input)];
  if (type === 'StateExited' && state) return [JSON.stringify(state.output ?? null)];
  return output === undefined ? [] : [JSON.stringify(output)];
}

function show({
  type,
  index,
  state,
  parentState,
  input,
  output,
  Error: error,
  Cause,
}: Event): Omit<HistoryEvent, 'at'> {
  const name = state?.name ?? parentState?.name;
  const entered = type === 'StateEntered' ? state?.input : input;
  const left = type === 'StateExited' ? state?.output : output;
  return {
    type,
    ...(name !== undefined && { state: name }),
    ...(index !== undefined && { index }),
    ...(entered !== undefined && { input: entered }),
    ...(left !== undefined && { output: left }),
    ...(error !== undefined && { error, cause: String(Cause) }),
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

/** A token in a history that everybody can read would let everybody decide. */
const withoutToken = (parameters: JsonObject): Json =>
  JSON.parse(JSON.stringify(parameters).replaceAll(tokenPlaceholder, '$$$$.Task.Token'));
