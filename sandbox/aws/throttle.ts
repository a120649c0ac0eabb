import { AwsError } from './aws-error.ts';
import type { Operation } from './wire.ts';

/** A token bucket as AWS throttles with: `burst` calls at once, refilled at `rate` a second. */
export function throttled(run: Operation, { rate, burst }: { rate: number; burst: number }): Operation {
  let tokens = burst;
  let filledAt = performance.now();
  return (input, signal) => {
    const now = performance.now();
    tokens = Math.min(burst, tokens + ((now - filledAt) / 1000) * rate);
    filledAt = now;
    if (tokens < 1) {
      throw new AwsError('TooManyRequestsException', 'AWS Organizations can not complete your request: Rate exceeded.');
    }
    tokens -= 1;
    return run(input, signal);
  };
}
