import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { beforeAll, inject } from 'vitest';
import { needs } from '../needs.ts';
import type { ToolName } from '../tools.ts';

export const region = 'eu-west-1';

/** How a client of the SDK reaches moto, and as whom. */
export type Connection = {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  disableHostPrefix: true;
  maxAttempts: number;
};

export type Moto = ReturnType<typeof useMoto>;

/** The moto of this run, empty when the file's first test begins. */
export function useMoto(...others: ToolName[]) {
  needs('moto', ...others);
  const url = inject('motoUrl');
  const anybody: Connection = {
    endpoint: url,
    region,
    credentials: { accessKeyId: 'testing', secretAccessKey: 'testing' },
    disableHostPrefix: true,
    maxAttempts: 1,
  };
  const control = async (path: string, body = ''): Promise<void> => {
    const response = await fetch(`${url}/moto-api/${path}`, { method: 'POST', body });
    if (!response.ok) throw new Error(`moto refuses ${path}: ${await response.text()}`);
  };
  const isThere = url !== '';

  beforeAll(async () => {
    if (!isThere) return;
    await control('reset-auth', 'inf');
    await control('config', JSON.stringify({ stepfunctions: { execute_state_machine: false } }));
    await control('reset');
  });

  return {
    url,
    isThere: isThere && others.every((name) => !inject('missingTools').includes(name)),
    control,

    /** Assumes a role; `by` whom does not matter while moto authorizes nobody. */
    async assume(RoleArn: string, by: Connection = anybody, more: { ExternalId?: string } = {}): Promise<Connection> {
      const command = new AssumeRoleCommand({ RoleArn, RoleSessionName: 'test', ...more });
      const { Credentials } = await new STSClient(by).send(command);
      return {
        ...anybody,
        credentials: {
          accessKeyId: Credentials?.AccessKeyId ?? '',
          secretAccessKey: Credentials?.SecretAccessKey ?? '',
          sessionToken: Credentials?.SessionToken ?? '',
        },
      };
    },

    /** Somebody who may do everything in the account. */
    admin(account: string): Promise<Connection> {
      return this.assume(`arn:aws:iam::${account}:role/Admin`);
    },
  };
}
