import { keyOfProfile } from '../../../src/contract/profile-object.ts';
import { anyError, arn, caught, placeholder, type Retrier, type Rule, type State, type Task } from './asl.ts';
import { backoff } from './retries.ts';

/** S3's errors that pass. Throttling (`SlowDown`) is an `S3Exception`, as every error is that S3's model does not name. */
const S3_FAILS = ['S3.S3Exception', 'S3.SdkClientException', 'States.Timeout'];

export const whileS3Recovers = (patience = { longest: 20, attempts: 4 }): Retrier => backoff(S3_FAILS, patience);

/**
 * Reads the profile `$.ProfileId` from the bucket that only the deployer writes, into `$.profile`: what it gives, and its version,
 * which is S3's hash of the object, so that publishing the same again changes nothing. It leads to `ProfileMissing`,
 * `ProfileUnavailable` or `ProfileUnreadable` where that fails.
 * @param ResultPath where what went wrong is kept
 */
export function readProfile(ResultPath: string | null, rest: Partial<Task>): Task {
  return {
    Type: 'Task',
    Resource: arn('states:::aws-sdk:s3:getObject'),
    Parameters: {
      Bucket: placeholder('ProfilesBucket'),
      'Key.$': `States.Format('${keyOfProfile('{}')}', $.ProfileId)`,
    },
    TimeoutSeconds: 30,
    Retry: [whileS3Recovers()],
    ResultSelector: { 'Version.$': '$.ETag', 'Object.$': 'States.StringToJson($.Body)' },
    ResultPath: '$.profile',
    Catch: [
      caught(['S3.NoSuchKeyException'], 'ProfileMissing', ResultPath),
      caught(S3_FAILS, 'ProfileUnavailable', ResultPath),
      anyError('ProfileUnreadable', ResultPath),
    ],
    ...rest,
  };
}

const object = (path: string): string => `$.profile.Object.${path}`;
const present = (path: string): Rule => ({ Variable: object(path), IsPresent: true });

/** Holds for a profile of this method, under its own id, with all that a machine is going to ask of it. */
export const isProfileOf = (method: string, grants: string[], settings: string[] = []): Rule => ({
  And: [
    ...['id', 'method', 'accounts.kind', 'accounts.only', 'accounts.ous', 'accounts.except'].map(present),
    ...['approvers.ids', 'approvers.emails', 'approvers.groups', ...grants, ...settings].map(present),
    { Variable: object('id'), StringEqualsPath: '$.ProfileId' },
    { Variable: object('method'), StringEquals: method },
  ],
});

const nothingGiven = (name: string, Cause: string): State => ({
  Type: 'Fail',
  Error: name,
  Cause: `${Cause}: nothing was given.`,
});

/**
 * Reads the profile for a machine that gives, and goes on with the one that was approved: from `ReadProfile` on.
 * @param approvable what its method takes for one of its own; `what` says it in words
 */
export function readApproved(approvable: Rule, what: string, next: string): Record<string, State> {
  return {
    ReadProfile: readProfile(null, { Next: 'IsApproved' }),
    IsApproved: {
      Type: 'Choice',
      Comment: 'What was published since the approver looked was not approved.',
      Choices: [
        { Not: approvable, Next: 'ProfileUnreadable' },
        { Variable: '$.profile.Version', StringEqualsPath: '$.Version', Next: next },
      ],
      Default: 'PolicyChanged',
    },
    PolicyChanged: nothingGiven('PolicyChanged', 'The profile was published anew since the approver looked at it'),
    ProfileMissing: nothingGiven('ProfileMissing', 'There is no such profile'),
    ProfileUnavailable: nothingGiven('ProfileUnavailable', 'S3 did not hand out the profile'),
    ProfileUnreadable: nothingGiven('ProfileUnreadable', `What is published is not a profile ${what}`),
  };
}
