import { z } from 'zod';
import { AwsError } from '../aws-error.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Bucket } from '../s3.ts';
import { serviceError } from '../task-error.ts';
import type { Operations } from '../wire.ts';
import type { Task } from './task.ts';

const getObject = z.object({ Bucket: z.string(), Key: z.string() });

/** What a machine looks up with its own role: the published profiles, and the organization. */
export function createReadingTasks(world: {
  profiles: Bucket;
  organizations: Operations;
  record(action: string, parameters: JsonObject): void;
}): Record<string, Task> {
  /** Never throttled: in the sandbox every Retry waits far shorter than a rate of AWS's needs. */
  const organizations = (action: string, parameters: string[]): Task => ({
    parameters,
    async run(input, { signal }) {
      world.record(`organizations:${action}`, input);
      const name = `${action.charAt(0).toUpperCase()}${action.slice(1)}`;
      return asTask('Organizations', async () =>
        JSON.parse(JSON.stringify(await world.organizations[name]?.(input, signal))),
      );
    },
  });

  return {
    's3:getObject': {
      parameters: Object.keys(getObject.shape),
      run(parameters) {
        const { Bucket, Key } = getObject.parse(parameters);
        world.record('s3:getObject', parameters);
        return asTask('S3', async () => {
          if (Bucket !== world.profiles.name) throw new AwsError('NoSuchBucket', 'The bucket does not exist.', 404);
          const { body, etag, versionId } = world.profiles.get(Key);
          return { Body: body, ETag: etag, VersionId: versionId, ContentType: 'application/json' };
        });
      },
    },
    'organizations:describeOrganization': organizations('describeOrganization', []),
    'organizations:describeAccount': organizations('describeAccount', ['AccountId']),
    'organizations:listParents': organizations('listParents', ['ChildId']),
  };
}

/** An error as Step Functions names it: `S3.NoSuchKeyException`. */
async function asTask(service: string, call: () => Promise<Json>): Promise<Json> {
  try {
    return await call();
  } catch (err) {
    if (!(err instanceof AwsError)) throw err;
    const { name, status, message } = err;
    throw serviceError(service, name.endsWith('Exception') ? name : `${name}Exception`, status, message);
  }
}
