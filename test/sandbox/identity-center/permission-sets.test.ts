import {
  DescribePermissionSetCommand,
  GetInlinePolicyForPermissionSetCommand,
  GetPermissionsBoundaryForPermissionSetCommand,
  ListAccountsForProvisionedPermissionSetCommand,
  ListCustomerManagedPolicyReferencesInPermissionSetCommand,
  ListInstancesCommand,
  ListManagedPoliciesInPermissionSetCommand,
  ListPermissionSetsCommand,
} from '@aws-sdk/client-sso-admin';
import { expect, test } from 'vitest';
import { identityCenterOfKumoworks as described } from '../../../sandbox/organization/identity-center-of-kumoworks.ts';
import { special } from './assign.ts';
import { IdentityStoreId, InstanceArn, setArn, startCenter } from './sdk.ts';

test('there is one instance', async () => {
  const { admin, center } = await startCenter();
  const { Instances } = await admin.send(new ListInstancesCommand({}));
  const instance = { InstanceArn, IdentityStoreId, OwnerAccountId: '100000000000', Status: 'ACTIVE' };
  expect(Instances).toEqual([{ ...instance, CreatedDate: expect.any(Date) }]);
  center.change({ instance: 'none' });
  expect(await admin.send(new ListInstancesCommand({}))).toMatchObject({ Instances: [] });
});

test('a permission set says what it gives', async () => {
  const { admin } = await startCenter();
  const { PermissionSets = [] } = await admin.send(new ListPermissionSetsCommand({ InstanceArn }));
  expect(PermissionSets).toEqual(['ReadOnly', 'Developer', 'Administrator'].map(setArn));
  const set = { InstanceArn, PermissionSetArn: setArn('Developer') };
  expect(await admin.send(new DescribePermissionSetCommand(set))).toMatchObject({
    PermissionSet: { Name: 'Developer', SessionDuration: 'PT4H', CreatedDate: expect.any(Date) },
  });
  const { AttachedManagedPolicies } = await admin.send(new ListManagedPoliciesInPermissionSetCommand(set));
  expect(AttachedManagedPolicies).toEqual([
    { Name: 'PowerUserAccess', Arn: 'arn:aws:iam::aws:policy/PowerUserAccess' },
  ]);
  const { InlinePolicy = '' } = await admin.send(new GetInlinePolicyForPermissionSetCommand(set));
  expect(JSON.parse(InlinePolicy)).toMatchObject({ Statement: [{ Effect: 'Deny' }] });
  const custom = await admin.send(new ListCustomerManagedPolicyReferencesInPermissionSetCommand(set));
  expect(custom.CustomerManagedPolicyReferences).toEqual([]);
});

test.each(described.permissionSets)(
  'AWS would take the permission set $name',
  ({ name, description, sessionDuration }) => {
    expect(name).toMatch(/^[\w+=,.@-]{1,32}$/);
    expect(description).toMatch(/^[\x20-\x7e]{1,700}$/);
    expect(sessionDuration).toMatch(/^PT(\d+H)$/);
  },
);

test('where there is no boundary or inline policy, one is an error and the other empty', async () => {
  const { admin } = await startCenter();
  const set = { InstanceArn, PermissionSetArn: setArn('ReadOnly') };
  const missing = { name: 'ResourceNotFoundException' };
  await expect(admin.send(new GetPermissionsBoundaryForPermissionSetCommand(set))).rejects.toMatchObject(missing);
  expect(await admin.send(new GetInlinePolicyForPermissionSetCommand(set))).toMatchObject({ InlinePolicy: '' });
  const nowhere = { ...set, PermissionSetArn: special };
  await expect(admin.send(new DescribePermissionSetCommand(nowhere))).rejects.toMatchObject(missing);
});

test('a permission set is provisioned where somebody has it', async () => {
  const { admin } = await startCenter();
  const provisioned = async (name: string) => {
    const set = { InstanceArn, PermissionSetArn: setArn(name) };
    return (await admin.send(new ListAccountsForProvisionedPermissionSetCommand(set))).AccountIds;
  };
  expect(await provisioned('Administrator')).toEqual(['100000000000', '100000000001']);
  expect(await provisioned('Developer')).toEqual(['333344445555']);
});
