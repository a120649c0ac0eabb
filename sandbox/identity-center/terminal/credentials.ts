import { createHash, randomBytes } from 'node:crypto';
import { AwsError } from '../../aws/aws-error.ts';
import type { InRole } from '../../aws/iam/permissions.ts';

/**
 * Good for as long as sessions of the permission set last, whatever becomes of the assignment meanwhile:
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/revoke-user-permissions.html
 */
type Held = InRole & { readonly expiresAt: number };

export type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken: string; expiration: number };

export type TemporaryCredentials = {
  issue(given: InRole, seconds: number): Credentials;
  /** Who signs with this key; how a service calls a key that it does not know is its own affair. */
  holderOf(accessKeyId: string, unknown: string): InRole;
};

export function createTemporaryCredentials(now: () => number): TemporaryCredentials {
  const held = new Map<string, Held>();
  return {
    issue({ account, role }, seconds) {
      const accessKeyId = newKeyId('ASIA', randomBytes(16));
      const expiration = now() + seconds * 1000;
      held.set(accessKeyId, { account, role, expiresAt: expiration });
      const secretAccessKey = randomBytes(30).toString('base64');
      return { accessKeyId, secretAccessKey, sessionToken: randomBytes(96).toString('base64'), expiration };
    },
    holderOf(accessKeyId, unknown) {
      const found = held.get(accessKeyId);
      if (!found) throw new AwsError(unknown, 'The security token included in the request is invalid.', 403);
      if (found.expiresAt <= now())
        throw new AwsError('ExpiredToken', 'The security token included in the request is expired', 403);
      return found;
    },
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html: four letters for the kind, then 16 or more. */
const newKeyId = (kind: string, bytes: Buffer): string =>
  kind + [...bytes].map((byte) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[byte % 32]).join('');

/** The id of a role is its own for as long as it is there. */
export const roleIdOf = (arn: string): string =>
  newKeyId(
    'AROA',
    createHash('sha256')
      .update(arn.replace(/\/[^/]*$/, ''))
      .digest()
      .subarray(0, 17),
  );
