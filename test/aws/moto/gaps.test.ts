import {
  CreateLoginProfileCommand,
  CreateUserCommand,
  GetLoginProfileCommand,
  GetUserCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import { SFNClient, StartSyncExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeAll, expect, test } from 'vitest';
import { accounts } from '../../manifests/stacks.ts';
import { deployHome } from './deploy.ts';
import { type Connection, useMoto } from './moto.ts';

// What moto does otherwise than AWS, as far as it limits what the files beside this one can check. One of these tests fails
// when moto closes the gap: then the check can be made there, and the way around it goes.

const moto = useMoto();
let admin: Connection;
let iam: IAMClient;
beforeAll(async () => {
  if (!moto.isThere) return;
  admin = await moto.admin(accounts.member);
  iam = new IAMClient(admin);
});

test('moto keeps no permissions boundary of a user (machines.ts puts it back)', async () => {
  const PermissionsBoundary = `arn:aws:iam::${accounts.member}:policy/not-there`;
  await iam.send(new CreateUserCommand({ UserName: 'yuki', PermissionsBoundary }));
  const { User } = await iam.send(new GetUserCommand({ UserName: 'yuki' }));
  expect(User?.PermissionsBoundary).toBeUndefined();
});

test('moto takes a password against every policy, and forgets that it must be changed (machines.ts says it twice)', async () => {
  await iam.send(new CreateUserCommand({ UserName: 'mei' }));
  await iam.send(new CreateLoginProfileCommand({ UserName: 'mei', Password: 'a', PasswordResetRequired: true }));
  const { LoginProfile } = await iam.send(new GetLoginProfileCommand({ UserName: 'mei' }));
  expect(LoginProfile?.PasswordResetRequired).toBe(false);
});

test('moto takes two users whose names differ only in case (the sandbox does not)', async () => {
  await iam.send(new CreateUserCommand({ UserName: 'sora' }));
  const { User } = await iam.send(new CreateUserCommand({ UserName: 'SORA' }));
  expect(User?.UserName).toBe('SORA');
});

test('moto gives a role that is not there, to whomever (who may have it is checked by reading, in test/manifests)', async () => {
  const role = `arn:aws:iam::${accounts.member}:role/NotThere`;
  const { credentials } = await moto.assume(role, undefined, { ExternalId: 'nobody' });
  expect(credentials.sessionToken).not.toBe('');
});

test('moto has no synchronous executions (src/workflow/passwords.ts is checked against the sandbox)', async () => {
  const home = await moto.admin(accounts.home);
  const { made } = await deployHome(home);
  const command = new StartSyncExecutionCommand({
    stateMachineArn: made.get('IssuePassword')?.physicalId,
    input: '{}',
  });
  await expect(new SFNClient(home).send(command)).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
});
