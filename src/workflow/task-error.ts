import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';

import { MessageTooLong } from '../messages/blocks.ts';

/** The names by which the state machine's Retry and Catch tell a task's errors apart. */
export type TaskErrorName =
  /** Slack or SES asked to wait: worth another try later. */
  | 'RateLimited'
  /** No answer, or a server's fault: worth another try later. */
  | 'Unavailable'
  /** The person cannot get messages: no try will help. */
  | 'CannotBeReached'
  /** SES does not send to this address. */
  | 'MailRejected'
  /** The policy file no longer has what the request was made with. */
  | 'PolicyChanged'
  /** A request that cannot be shown to the approvers as a whole. */
  | 'MessageTooLong'
  /** The message stayed unanswered until its last receive. */
  | 'Abandoned'
  | 'Failed';

export class TaskError extends Error {
  override name: TaskErrorName;

  constructor(name: TaskErrorName, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = name;
  }
}

/** Slack's answers that mean: this person gets no direct message. Source: docs.slack.dev, chat.postMessage, errors. */
const UNREACHABLE = [
  'channel_not_found',
  'user_not_found',
  'user_disabled',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'is_inactive',
];

/** Any error as one that the state machine understands. Its message goes into the execution's history: it must hold no secret. */
export function toTaskError(err: unknown): TaskError {
  if (err instanceof TaskError) return err;
  if (err instanceof MessageTooLong) return new TaskError('MessageTooLong', err.message, { cause: err });
  if (err instanceof WebAPIRateLimitedError)
    return new TaskError('RateLimited', `Slack asks to wait ${err.retryAfter} seconds`, { cause: err });
  if (err instanceof WebAPIPlatformError)
    return new TaskError('Failed', `Slack answered ${err.data.error}`, { cause: err });
  if (err instanceof WebAPIHTTPError || err instanceof WebAPIRequestError) {
    return new TaskError('Unavailable', `Slack did not answer: ${err.message}`, { cause: err });
  }
  if (isAwsError(err)) {
    const name = err.$retryable?.throttling
      ? 'RateLimited'
      : err.$fault === 'server' || err.$retryable
        ? 'Unavailable'
        : 'Failed';
    return new TaskError(name, `AWS answered ${err.name}`, { cause: err });
  }
  const { name, message } = err instanceof Error ? err : new Error(String(err));
  const isNetwork = name === 'TimeoutError' || name === 'AbortError' || (err as { code?: unknown }).code !== undefined;
  return new TaskError(isNetwork ? 'Unavailable' : 'Failed', `${name}: ${message}`, { cause: err });
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
