import type { IamAccount } from '../iam/account.ts';

/** What the first page of a service asks for, and what there is to see; the buckets and instances are invented. */
export type Page = { action: string; resource?(account: IamAccount): string; items(account: IamAccount): string[] };

export const servicePages = {
  s3: {
    action: 's3:ListAllMyBuckets',
    items: ({ account }) => [`${account.name}-artifacts-${account.id}`, `${account.name}-logs-${account.id}`],
  },
  ec2: { action: 'ec2:DescribeInstances', items: ({ account }) => [`${account.name}-bastion`] },
  iam: {
    action: 'iam:ListUsers',
    resource: ({ account }) => `arn:aws:iam::${account.id}:user/`,
    items: ({ users }) => [...users.values()].map(({ userName }) => userName),
  },
} as const satisfies Record<string, Page>;
