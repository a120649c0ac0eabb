import { IdentitystoreClient } from '@aws-sdk/client-identitystore';
import { SSOAdminClient } from '@aws-sdk/client-sso-admin';
import { onTestFinished } from 'vitest';
import type { AwsSettings } from '../../../sandbox/aws/settings.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import type { Organization } from '../../../sandbox/organization/organization.ts';
import { startAws } from '../aws/world.ts';

/** The local AWS with the real clients of both APIs, which call as an administrator of the management account. */
export async function startCenter(settings: AwsSettings = {}, organization: Organization = kumoworks) {
  const world = await startAws(settings, organization);
  const connection = {
    endpoint: world.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
    maxAttempts: 1,
  };
  const store = new IdentitystoreClient(connection);
  const admin = new SSOAdminClient(connection);
  onTestFinished(() => {
    store.destroy();
    admin.destroy();
  });
  return { ...world, store, admin, center: world.aws.identityCenter };
}

export const { identityStoreId: IdentityStoreId, instanceArn: InstanceArn } = kumoworks.identityCenter;

export const groupId = (name: string) => kumoworks.identityCenter.groups.find((group) => group.name === name)?.id ?? '';
export const setArn = (name: string) =>
  kumoworks.identityCenter.permissionSets.find((set) => set.name === name)?.arn ?? '';
export const userId = (userName: string) =>
  kumoworks.identityCenter.users.find((user) => user.userName === userName)?.id ?? '';

export const yuki = {
  UserName: 'yuki@kumoworks.example',
  DisplayName: '佐藤 由紀',
  Name: { GivenName: '由紀', FamilyName: '佐藤' },
  Emails: [{ Value: 'yuki@kumoworks.example', Type: 'work', Primary: true }],
};
