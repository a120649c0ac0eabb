import type { Retrier } from './asl.ts';

/** Ever longer pauses, and no two executions at the same moment. */
export const backoff = (
  ErrorEquals: string[],
  { first = 1, longest, attempts }: { first?: number; longest?: number; attempts: number },
): Retrier => ({
  ErrorEquals,
  IntervalSeconds: first,
  BackoffRate: 2,
  ...(longest !== undefined && { MaxDelaySeconds: longest }),
  MaxAttempts: attempts,
  JitterStrategy: 'FULL',
});

/**
 * Errors of IAM that pass. Throttling is an `IamException`, as every error is that IAM's model does not name. Source: the naming rule of
 * AWS SDK integrations, Step Functions Developer Guide.
 */
export const PASSING = [
  'Iam.ServiceFailureException',
  'Iam.ConcurrentModificationException',
  'Iam.IamException',
  'Iam.SdkClientException',
  'States.Timeout',
];

/** What IAM says while something that was just made is not known everywhere yet. Source: IAM User Guide, eventual consistency. */
export const NOT_YET = ['Iam.NoSuchEntityException', 'Iam.EntityTemporarilyUnmodifiableException'];

/** @param more errors that pass, too, where this call meets them */
export const whileIamRecovers = (more: string[] = [], attempts = 6): Retrier =>
  backoff([...PASSING, ...more], { longest: 20, attempts });
