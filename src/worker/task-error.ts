import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { isThrottling } from '../aws/throttling.ts';
import type { TaskErrorName } from '../contract/errors.ts';
import { MessageTooLong } from '../messages/kit/blocks.ts';
import { BUSY, GONE, isOfSlack, PASSING, UNREACHABLE } from '../slack/refusals.ts';
import { withoutCredentials } from '../watch/causes.ts';
import { IssueFailed } from '../workflow/issue-password.ts';

export class TaskError extends Error {
  override name: TaskErrorName;

  constructor(name: TaskErrorName, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = name;
  }
}

/** The task may be somebody else's by now: it is broken off, and not answered. */
export class NotHeld extends TaskError {
  constructor() {
    super('Unavailable', 'The message of the task may have been given to another process.');
  }
}

const AWS_PASSING =
  /^(InternalFailure|InternalError|InternalServerError|ServiceUnavailable|RequestTimeout|TimeoutError)/;

/** Any error as one that the state machine understands. Its message goes into the execution's history: it must hold no secret. */
export function toTaskError(err: unknown): TaskError {
  const as = (name: TaskErrorName, message: string) => new TaskError(name, message, { cause: err });
  if (err instanceof TaskError) return err;
  if (err instanceof MessageTooLong) return as('MessageTooLong', err.message);
  if (err instanceof WebAPIRateLimitedError) return as('RateLimited', `Slack asks to wait ${err.retryAfter} seconds`);
  if (err instanceof WebAPIPlatformError) {
    const { error } = err.data;
    return as(nameOfSlackError(error), `Slack answered ${isOfSlack(error) ? error : 'nothing that can be read'}`);
  }
  if (err instanceof WebAPIHTTPError || err instanceof WebAPIRequestError) {
    return as('Unavailable', `Slack did not answer (${err.code})`);
  }
  // Safe to try again: a password that was made is found, and made anew.
  if (err instanceof IssueFailed) return as('Unavailable', err.message);
  if (isAwsError(err)) return as(nameOfAwsError(err), `AWS answered ${err.name}`);

  const { name, message } = err instanceof Error ? err : new Error(String(err));
  if (message.startsWith('Retry header did not contain')) return as('RateLimited', 'Slack asks to wait');
  const isNetwork = name === 'TimeoutError' || name === 'AbortError' || hasCode(err);
  return as(isNetwork ? 'Unavailable' : 'Failed', `${name}: ${withoutCredentials(message)}`);
}

/** Of a broken connection: also where it broke within the body, which fetch tells by the cause. */
function hasCode(err: unknown): boolean {
  const { code, cause } = err as { code?: unknown; cause?: { code?: unknown } };
  return code !== undefined || cause?.code !== undefined;
}

function nameOfSlackError(error: string): TaskErrorName {
  if (BUSY.includes(error)) return 'RateLimited';
  if (GONE.includes(error)) return 'MessageGone';
  return PASSING.includes(error) || !isOfSlack(error) ? 'Unavailable' : 'Failed';
}

function nameOfAwsError(err: AwsError): TaskErrorName {
  const { name, $fault, $retryable } = err;
  if (isThrottling(err)) return 'RateLimited';
  return $fault === 'server' || $retryable || AWS_PASSING.test(name) ? 'Unavailable' : 'Failed';
}

/** A failure to post to a person: permanent ones get the name that is not retried. */
export function toDeliveryError(err: unknown): TaskError {
  if (err instanceof WebAPIPlatformError && UNREACHABLE.includes(err.data.error)) {
    return new TaskError('CannotBeReached', err.data.error, { cause: err });
  }
  return toTaskError(err);
}

type AwsError = Error & { $fault: 'client' | 'server'; $retryable?: { throttling?: boolean } };

function isAwsError(err: unknown): err is AwsError {
  return err instanceof Error && '$fault' in err;
}
