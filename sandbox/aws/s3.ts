import { createHash } from 'node:crypto';
import { AwsError } from './aws-error.ts';

type Version = { body: string; etag: string; versionId: string };

/** A versioned bucket. The ETag of an object is the MD5 of its content: S3 User Guide, ETag, for SSE-S3. */
export function createBucket(name: string) {
  const objects = new Map<string, Version[]>();

  return {
    name,
    put(key: string, body: string): void {
      const versions = objects.get(key) ?? [];
      const etag = `"${createHash('md5').update(body).digest('hex')}"`;
      objects.set(key, [...versions, { body, etag, versionId: `version-${versions.length + 1}` }]);
    },
    remove: (key: string): void => void objects.delete(key),
    get(key: string): Version {
      const newest = objects.get(key)?.at(-1);
      if (!newest) throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404);
      return newest;
    },
  };
}

export type Bucket = ReturnType<typeof createBucket>;
