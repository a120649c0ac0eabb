import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { z } from 'zod';
import { readConfig } from '../../src/methods/identity-center/cli/config-text.ts';
import type { OwnTerminal, Ran } from './shell.ts';
import { type Answer, atTerminal } from './terminal-client.ts';

const started = z.object({ deviceCode: z.string(), userCode: z.string(), verificationUriComplete: z.string() });
const token = z.object({ accessToken: z.string() });
const given = z.object({
  roleCredentials: z.object({ accessKeyId: z.string(), secretAccessKey: z.string(), sessionToken: z.string() }),
});

/** Where there is no AWS CLI 2: the calls that it would make for the first commands, by the same settings. */
export function openStandIn(url: string): OwnTerminal {
  let config = '';
  let accessToken = '';
  const section = (kind: 'sso-session' | 'profile', name?: string): Record<string, string> =>
    readConfig(config).find((one) => one.kind === kind && (name === undefined || one.name === name))?.settings ?? {};
  const terminal = () =>
    atTerminal(url, { startUrl: section('sso-session').sso_start_url ?? '', sessionName: 'kumoworks' });

  async function credentialsOf(profile: string) {
    const { sso_account_id: account = '', sso_role_name: role = '' } = section('profile', profile);
    const answer = await terminal().credentials(accessToken, account, role);
    return given.parse(answer.body).roleCredentials;
  }
  return {
    async paste(block) {
      config += `${block}\n`;
      return done('');
    },
    async logIn(_command, confirm) {
      const client = await terminal().registerForDevice();
      const { deviceCode, userCode, verificationUriComplete } = started.parse(
        (await terminal().startDevice(client)).body,
      );
      await confirm(verificationUriComplete);
      const answer: Answer = await terminal().tokenByDevice(client, deviceCode);
      accessToken = token.parse(answer.body).accessToken;
      return done(`Then enter the code:\n\n${userCode}\n\n${verificationUriComplete}\nSuccessfully logged in`);
    },
    async run(command) {
      const [, what = '', profile = ''] = /^aws (.+) --profile (\S+)$/.exec(command) ?? [];
      const connection = { endpoint: url, region: 'eu-west-1', credentials: await credentialsOf(profile) };
      if (what === 'sts get-caller-identity') {
        const { UserId, Account, Arn } = await new STSClient(connection).send(new GetCallerIdentityCommand({}));
        return done(JSON.stringify({ UserId, Account, Arn }, null, 4));
      }
      const { Buckets = [] } = await new S3Client(connection).send(new ListBucketsCommand({}));
      return done(Buckets.map(({ Name, CreationDate }) => `${dateOf(CreationDate)} ${Name}`).join('\n'));
    },
    close() {},
  };
}

const done = (stdout: string): Ran => ({ code: 0, stdout, stderr: '' });

const dateOf = (date: Date | undefined): string => (date?.toISOString() ?? '').slice(0, 19).replace('T', ' ');
