import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import {
  groupId,
  IdentityStoreId,
  InstanceArn,
  setArn,
  startCenter,
  userId,
} from '../../sandbox/identity-center/sdk.ts';
import { needs } from '../needs.ts';

needs('aws-cli');

/** Asks the sandbox's Identity Center as an administrator does at a terminal. */
async function ask(url: string, ...args: string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)('aws', ['--endpoint-url', url, '--output', 'json', ...args], {
    env: {
      PATH: process.env.PATH,
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'sandbox',
      AWS_SECRET_ACCESS_KEY: 'sandbox',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
  });
  return JSON.parse(stdout);
}

test('the AWS CLI finds the instance, a group, a person and what they have', async () => {
  const { url } = await startCenter();
  expect(await ask(url, 'sso-admin', 'list-instances')).toMatchObject({
    Instances: [{ InstanceArn, IdentityStoreId, Status: 'ACTIVE' }],
  });
  const store = ['--identity-store-id', IdentityStoreId, '--alternate-identifier'];
  const by = (AttributePath: string, AttributeValue: string) =>
    JSON.stringify({ UniqueAttribute: { AttributePath, AttributeValue } });
  expect(await ask(url, 'identitystore', 'get-group-id', ...store, by('displayName', 'Engineering'))).toMatchObject({
    GroupId: groupId('Engineering'),
  });
  expect(
    await ask(url, 'identitystore', 'get-user-id', ...store, by('userName', 'ken@kumoworks.example')),
  ).toMatchObject({ UserId: userId('Ken@Kumoworks.example') });
  const principal = ['--principal-type', 'USER', '--principal-id', userId('Ken@Kumoworks.example')];
  const instance = ['--instance-arn', InstanceArn];
  expect(
    await ask(url, 'sso-admin', 'list-account-assignments-for-principal', ...instance, ...principal),
  ).toMatchObject({ AccountAssignments: [{ PermissionSetArn: setArn('ReadOnly') }, { AccountId: '222233334444' }] });
});
