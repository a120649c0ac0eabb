import { randomUUID } from 'node:crypto';
import type { Json } from '../json.ts';
import { TerminalError } from '../task-error.ts';
import type { HistoryEvent } from './history.ts';
import { type Interpretation, interpret, type Outcome } from './interpreter.ts';
import type { Machine } from './machines.ts';

/** What is kept of an execution; of an Express one, whose logging is off, no more than that it was. */
export type Entry = {
  readonly executionArn: string;
  readonly name: string;
  readonly machine: Machine;
  readonly startDate: Date;
  status: 'RUNNING' | Outcome['status'];
  stopDate?: Date;
  input?: string;
  output?: string;
  error?: string;
  cause?: string;
  history?: HistoryEvent[];
};

export type Execution = { entry: Entry; ended: Promise<Outcome>; stop(error?: string, cause?: string): void };

type Settings = Pick<Interpretation, 'retryDelay' | 'waitDelay' | 'runTask'> & {
  /** Hears of every event of every execution, of those without a history only that they began and ended. */
  onChange(): void;
  /** Hears of the end of every execution, but of those that end because the world does. */
  onEnd(entry: Entry): void;
};

/** Starts executions and remembers them. */
export function createExecutions({ onChange, onEnd, ...settings }: Settings) {
  const entries = new Map<string, Entry>();
  const running = new Map<string, Execution>();
  let isOver = false;

  const start = (machine: Machine, input: string, name: string): Execution => {
    const entry = newEntry(machine, input, name);
    const { executionArn, history } = entry;
    entries.set(executionArn, entry);
    onChange();

    const stopping = new AbortController();
    const parsed: Json = JSON.parse(input);
    const record = (event: HistoryEvent) => {
      history?.push(event);
      onChange();
    };
    const ended = interpret(machine, {
      ...settings,
      executionArn,
      name,
      input: parsed,
      signal: stopping.signal,
      record: history && record,
    }).then((outcome) => {
      running.delete(executionArn);
      close(entry, outcome);
      if (!isOver) onEnd(entry);
      onChange();
      return outcome;
    });
    const execution: Execution = { entry, ended, stop: stopOf(entry, stopping) };
    running.set(executionArn, execution);
    return execution;
  };

  return {
    start,
    find: (executionArn: string): Entry | undefined => entries.get(executionArn),
    running: (executionArn: string): Execution | undefined => running.get(executionArn),
    /** Newest first. */
    all: (): Entry[] => [...entries.values()].reverse(),
    stop(): void {
      isOver = true;
      for (const { stop } of running.values()) stop();
    },
  };
}

/** Of a Standard execution everything is kept. */
function newEntry(machine: Machine, input: string, name: string): Entry {
  return {
    executionArn: arnOf(machine, name),
    name,
    machine,
    startDate: new Date(),
    status: 'RUNNING',
    ...(isLogged(machine) && { input, history: [] }),
  };
}

const isLogged = ({ type }: Machine): boolean => type === 'STANDARD';

const stopOf =
  (entry: Entry, stopping: AbortController) =>
  (error?: string, cause?: string): void => {
    if (entry.status !== 'RUNNING') return;
    if (error) entry.error = error;
    if (cause) entry.cause = cause;
    entry.status = 'ABORTED';
    entry.stopDate = new Date();
    stopping.abort(new TerminalError('ExecutionAborted', 'The execution was stopped.'));
  };

// https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html: an Express ARN ends in a UUID
export function arnOf({ arn, type }: Machine, name: string): string {
  return type === 'STANDARD'
    ? `${arn.replace(':stateMachine:', ':execution:')}:${name}`
    : `${arn.replace(':stateMachine:', ':express:')}:${name}:${randomUUID()}`;
}

function close(entry: Entry, outcome: Outcome): void {
  const logged = isLogged(entry.machine);
  if (entry.status !== 'RUNNING') return;
  entry.status = outcome.status;
  entry.stopDate = new Date();
  if (outcome.status === 'SUCCEEDED' && logged) entry.output = outcome.output;
  if (outcome.status === 'FAILED') {
    entry.error = outcome.error;
    if (logged) entry.cause = outcome.cause;
  }
}
