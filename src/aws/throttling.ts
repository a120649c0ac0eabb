import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import type { SESClient } from '@aws-sdk/client-ses';
import type { SFNClient } from '@aws-sdk/client-sfn';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Metrics } from '../watch/metrics.ts';

export type AwsClient = OrganizationsClient | SESClient | SFNClient | SQSClient;
type Throttled = Pick<Metrics, 'throttled'>;

/** Counts an AWS client's answers that ask to slow down; also those after which the SDK waits and tries again by itself. */
export function countAwsThrottling({ throttled }: Throttled) {
  return <Client extends AwsClient>(client: Client): Client => {
    const service = client.config.serviceId.toLowerCase();
    throttled.inc({ service }, 0);
    // What the stacks differ in, the commands, is not looked at.
    const stack = client.middlewareStack as SFNClient['middlewareStack'];
    stack.add(
      (next) => async (args) => {
        try {
          return await next(args);
        } catch (err) {
          if (err instanceof Error && isThrottling(err)) throttled.inc({ service });
          throw err;
        }
      },
      // The SDK tries again in this step, with a high priority: what comes after it sees every try.
      { step: 'finalizeRequest', priority: 'low', name: 'countThrottling' },
    );
    return client;
  };
}

/** AWS's names for "too fast": services differ, and not all of them are in the SDK's models. */
const THROTTLED = /throttl|TooManyRequests|RequestLimitExceeded|SlowDown|Maximum sending rate/i;

/** Does AWS ask to slow down? */
export function isThrottling({
  name,
  message,
  $retryable,
}: Error & { $retryable?: { throttling?: boolean } }): boolean {
  return $retryable?.throttling === true || THROTTLED.test(name) || THROTTLED.test(message);
}
