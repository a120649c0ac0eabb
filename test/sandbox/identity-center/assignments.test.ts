import { CreateGroupMembershipCommand, DeleteUserCommand } from '@aws-sdk/client-identitystore';
import {
  DeleteAccountAssignmentCommand,
  DescribeAccountAssignmentDeletionStatusCommand,
  ListAccountAssignmentsCommand,
} from '@aws-sdk/client-sso-admin';
import { expect, test } from 'vitest';
import { until } from '../../../sandbox/acting/until.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { asked, assign, has, lena, payments, settled, special, withSet } from './assign.ts';
import { groupId, IdentityStoreId, InstanceArn, setArn, startCenter } from './sdk.ts';

test('an assignment takes its time, and is seen once it has succeeded', async () => {
  const { admin, center } = await startCenter();
  center.plan({ outcome: 'hangs' });
  const begun = await assign(admin);
  expect(begun.AccountAssignmentCreationStatus).toMatchObject({
    Status: 'IN_PROGRESS',
    RequestId: expect.stringMatching(/^[-0-9a-f]{36}$/),
    CreatedDate: expect.any(Date),
  });
  expect(await has(admin)).toEqual([]);
  center.letGo();
  expect(await settled(admin, Promise.resolve(begun))).toMatchObject({ Status: 'SUCCEEDED', TargetId: payments });
  const assignment = { AccountId: payments, PermissionSetArn: setArn('ReadOnly'), ...lena };
  expect(await has(admin)).toEqual([assignment]);
  expect(await has(admin, lena, '222233334444')).toEqual([]);
  const { AccountAssignments } = await admin.send(
    new ListAccountAssignmentsCommand({ InstanceArn, AccountId: payments, PermissionSetArn: setArn('ReadOnly') }),
  );
  expect(AccountAssignments).toContainEqual(assignment);
});

test('what is there already succeeds once more, and is there once', async () => {
  const { admin } = await startCenter();
  await settled(admin, assign(admin));
  expect(await settled(admin, assign(admin))).toMatchObject({ Status: 'SUCCEEDED' });
  expect(await has(admin)).toHaveLength(1);
});

test('of a user those of their groups are listed too, as the groups’', async () => {
  const { admin, store } = await startCenter();
  const GroupId = groupId('Engineering');
  const MemberId = { UserId: lena.PrincipalId };
  await store.send(new CreateGroupMembershipCommand({ IdentityStoreId, GroupId, MemberId }));
  const byGroup = { PermissionSetArn: setArn('ReadOnly'), PrincipalType: 'GROUP', PrincipalId: GroupId };
  expect(await has(admin)).toEqual([payments, '222233334444'].map((AccountId) => ({ AccountId, ...byGroup })));
  expect(await has(admin, { PrincipalType: 'GROUP', PrincipalId: GroupId })).toHaveLength(2);
});

test('an assignment that is taken away is gone once that has succeeded', async () => {
  const { admin } = await startCenter();
  await settled(admin, assign(admin));
  const { AccountAssignmentDeletionStatus: begun } = await admin.send(new DeleteAccountAssignmentCommand(asked));
  await until('the end of a deletion', async () => {
    const { AccountAssignmentDeletionStatus: now } = await admin.send(
      new DescribeAccountAssignmentDeletionStatusCommand({
        InstanceArn,
        AccountAssignmentDeletionRequestId: begun?.RequestId,
      }),
    );
    return now?.Status === 'SUCCEEDED' || undefined;
  });
  expect(await has(admin)).toEqual([]);
});

test('an account that is suspended stays in progress, and then fails with AWS’s words', async () => {
  const { admin, center, aws } = await startCenter({ identityCenter: { assignmentMs: 0, suspendedMs: 600_000 } });
  const asleep = { TargetId: '999988887777' };
  const { AccountAssignmentCreationStatus: begun } = await assign(admin, asleep);
  expect(await settled(admin, assign(admin))).toMatchObject({ Status: 'SUCCEEDED' });
  expect(aws.look.identityCenter.requests.get(begun?.RequestId ?? '')).toMatchObject({ status: 'IN_PROGRESS' });
  center.change({ suspendedMs: 0 });
  expect(await settled(admin, assign(admin, { ...asleep, PermissionSetArn: setArn('Developer') }))).toMatchObject({
    Status: 'FAILED',
    FailureReason: expect.stringContaining('Obtaining permissions to manage your AWS account'),
  });
});

test('a policy that the account lacks fails without a reason', async () => {
  const { admin } = await startCenter({}, withSet({ customerManagedPolicies: ['boarding-pass-boundary'] }));
  expect(await settled(admin, assign(admin, { PermissionSetArn: special }))).toMatchObject({ Status: 'SUCCEEDED' });
  const failed = await settled(admin, assign(admin, { PermissionSetArn: special, TargetId: '555566667777' }));
  expect(failed).toMatchObject({ Status: 'FAILED' });
  expect(failed).not.toHaveProperty('FailureReason');
});

test('the next ones fail with and without a reason, conflict, are throttled or hang, as a test has it', async () => {
  const { admin, center } = await startCenter();
  center.plan({ outcome: 'conflicts' }, { outcome: 'throttles' }, { outcome: 'fails', reason: 'why not' });
  center.plan({ outcome: 'fails' }, { outcome: 'hangs' });
  await expect(assign(admin)).rejects.toMatchObject({ name: 'ConflictException' });
  await expect(assign(admin)).rejects.toMatchObject({ name: 'ThrottlingException' });
  expect(await settled(admin, assign(admin))).toMatchObject({ Status: 'FAILED', FailureReason: 'why not' });
  expect(await settled(admin, assign(admin))).not.toHaveProperty('FailureReason');
  await assign(admin);
  // The same once more conflicts with what hangs; another does not.
  await expect(assign(admin)).rejects.toMatchObject({ name: 'ConflictException' });
  expect(await settled(admin, assign(admin, { TargetId: '222233334444' }))).toMatchObject({ Status: 'SUCCEEDED' });
});

test.each(['ServiceQuotaExceededException', 'ConflictException'] as const)(
  'fifteen go on at once; one more is a %s until one of them is done',
  async (overQuota) => {
    const { admin, center } = await startCenter({ identityCenter: { overQuota } });
    const accounts = kumoworks.accounts.map(({ id }) => id).slice(2, 7);
    const sets = ['ReadOnly', 'Developer', 'Administrator'].map(setArn);
    center.plan(...Array.from({ length: 15 }, () => ({ outcome: 'hangs' as const })));
    const all = accounts.flatMap((TargetId) => sets.map((PermissionSetArn) => ({ TargetId, PermissionSetArn })));
    for (const each of all) await assign(admin, each);
    const more = { TargetId: '444455556666' };
    await expect(assign(admin, more)).rejects.toMatchObject({ name: overQuota });
    center.letGo(1);
    expect(await assign(admin, more)).toHaveProperty('AccountAssignmentCreationStatus.Status', 'IN_PROGRESS');
  },
);

test.each([
  ['a permission set', { PermissionSetArn: special }, 'ResourceNotFoundException'],
  ['an account', { TargetId: '123456789012' }, 'ResourceNotFoundException'],
  ['a person', { PrincipalId: groupId('Engineering') }, 'ResourceNotFoundException'],
  ['an instance', { InstanceArn: `${InstanceArn.slice(0, -1)}0` }, 'ResourceNotFoundException'],
  ['an account', { TargetId: 'payments' }, 'ValidationException'],
])('%s that is not there: %j', async (_what, change, name) => {
  const { admin } = await startCenter();
  await expect(assign(admin, change)).rejects.toMatchObject({ name });
});

test('the management account may assign in itself', async () => {
  const { admin } = await startCenter();
  const change = { TargetId: '100000000000', PermissionSetArn: setArn('Administrator') };
  expect(await settled(admin, assign(admin, change))).toMatchObject({ Status: 'SUCCEEDED' });
});

test('who is deleted leaves their assignments behind', async () => {
  const { admin, store } = await startCenter();
  await settled(admin, assign(admin));
  await store.send(new DeleteUserCommand({ IdentityStoreId, UserId: lena.PrincipalId }));
  expect(await has(admin)).toHaveLength(1);
});
