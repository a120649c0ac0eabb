import { randomUUID } from 'node:crypto';

/** A task failed: the name and the message become the Error and Cause that Retry and Catch see. */
export class TaskError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/**
 * The time of a task was over before its time, since a test let it be. `States.TaskFailed` matches every error but this, which the
 * interpreter knows only of its own: it asks for the property.
 */
export class RanOut extends TaskError {
  readonly isRetryable = false;
  constructor() {
    super('States.Timeout', 'A test let the time run out.');
  }
}

/** The execution is over, whatever its states would retry or catch: the interpreter asks for these two properties. */
export class TerminalError extends TaskError {
  readonly isRetryable = false;
  readonly isCatchable = false;
}

/** Ends an execution on AWS too: "States.ALL does not match States.DataLimitExceeded" (Step Functions, Error handling). */
export const dataLimitExceeded = (what: string) =>
  new TerminalError(
    'States.DataLimitExceeded',
    `The state/task '${what}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  );

/** The failure of an AWS call, worded as Step Functions words it. */
export function serviceError(service: string, name: string, status: number, text: string): TaskError {
  const cause = `${text} (Service: ${service}, Status Code: ${status}, Request ID: ${randomUUID()})`;
  return new TaskError(`${service}.${name}`, cause);
}
