import { keyOfProfile } from '../../../src/contract/profile-object.ts';
import { arn, type Catcher, caught, placeholder, type Retrier, type Rule, type Task } from './asl.ts';
import { backoff } from './retries.ts';

/** S3's errors that pass. Throttling (`SlowDown`) is an `S3Exception`, as every error is that S3's model does not name. */
const whileS3Recovers: Retrier = backoff(['S3.S3Exception', 'S3.SdkClientException', 'States.Timeout'], {
  longest: 20,
  attempts: 4,
});

/**
 * Reads the profile `$.ProfileId` from the bucket that only the deployer writes, into `$.profile`: what it gives, and its version,
 * which is S3's hash of the object, so that publishing the same again changes nothing.
 */
export function readProfile(catchers: { missing: Catcher; unreadable: Catcher }, rest: Partial<Task>): Task {
  return {
    Type: 'Task',
    Resource: arn('states:::aws-sdk:s3:getObject'),
    Parameters: {
      Bucket: placeholder('ProfilesBucket'),
      'Key.$': `States.Format('${keyOfProfile('{}')}', $.ProfileId)`,
    },
    TimeoutSeconds: 30,
    Retry: [whileS3Recovers],
    ResultSelector: { 'Version.$': '$.ETag', 'Object.$': 'States.StringToJson($.Body)' },
    ResultPath: '$.profile',
    Catch: [catchers.missing, catchers.unreadable],
    ...rest,
  };
}

export const isMissing = (Next: string, ResultPath: string | null): Catcher =>
  caught(['S3.NoSuchKeyException'], Next, ResultPath);

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
