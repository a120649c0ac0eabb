import { AwsError } from '../../aws/aws-error.ts';
import { servicePages } from '../../aws/console/service-pages.ts';
import { refusalOfRole } from '../../aws/iam/permissions.ts';
import type { Service } from '../../aws/wire.ts';
import { roleIdOf, type TemporaryCredentials } from './credentials.ts';

/** What a terminal tries first with its temporary credentials. Signatures are not looked at: the access key says who it is. */
export function createTerminalServices({ holderOf }: TemporaryCredentials): { sts: Service; s3: Service } {
  return {
    sts: {
      protocol: 'query',
      operations: {
        // "No permissions are required to perform this operation."
        GetCallerIdentity(_input, _signal, accessKeyId = '') {
          const { account, role } = holderOf(accessKeyId, 'InvalidClientTokenId');
          const name = role.arn.slice(role.arn.lastIndexOf('/') + 1);
          return { UserId: `${roleIdOf(role.arn)}:${name}`, Account: account.account.id, Arn: role.arn };
        },
      },
    },
    s3: {
      protocol: 'rest-xml',
      operations: {
        'GET /'(_input, _signal, accessKeyId = '') {
          const who = holderOf(accessKeyId, 'InvalidAccessKeyId');
          const { action, items } = servicePages.s3;
          const refusal = refusalOfRole(who, action);
          if (refusal) throw new AwsError('AccessDenied', refusal, 403);
          const Buckets = items(who.account).map((Name) => ({ Name, CreationDate: '2024-03-01T09:00:00.000Z' }));
          return { ListAllMyBucketsResult: { Buckets } };
        },
      },
    },
  };
}
