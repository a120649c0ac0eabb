import {
  CreateGroupCommand,
  CreateUserCommand,
  DeleteGroupCommand,
  IdentitystoreClient,
  ListGroupMembershipsForMemberCommand,
  ListUsersCommand,
} from '@aws-sdk/client-identitystore';
import {
  AttachManagedPolicyToPermissionSetCommand,
  CreatePermissionSetCommand,
  ListAccountAssignmentsForPrincipalCommand,
  ListInstancesCommand,
  PutInlinePolicyToPermissionSetCommand,
  SSOAdminClient,
} from '@aws-sdk/client-sso-admin';
import type { ProfileObject } from '../../../src/contract/profile-object.ts';
import { accounts } from '../../manifests/stacks.ts';
import { deployCenter } from './deploy.ts';
import { developer } from './home.ts';
import { type Moto, region } from './moto.ts';

export type Center = Awaited<ReturnType<typeof createCenter>>;

/** The account of moto that administers Identity Center, with our stack, and the hands and eyes of its administrator. */
export async function createCenter(moto: Moto, { withStack = true } = {}) {
  const connection = await moto.admin(accounts.center);
  if (withStack) await deployCenter(connection);
  const admin = new SSOAdminClient(connection);
  const store = new IdentitystoreClient(connection);
  const { Instances } = await admin.send(new ListInstancesCommand({}));
  const InstanceArn = Instances?.[0]?.InstanceArn ?? '';
  const IdentityStoreId = Instances?.[0]?.IdentityStoreId ?? '';

  const settings = {
    instanceArn: InstanceArn,
    identityStoreId: IdentityStoreId,
    region,
    portalUrl: 'https://kumo.awsapps.com/start',
    users: 'create',
    firstSignIn: 'portal-code',
    sessionName: 'kumo',
  };

  return {
    connection,
    settings,

    /** What a profile of Identity Center is published as. */
    profile(grants: { groups?: string[]; permissionSets?: string[]; sensitive?: boolean }): ProfileObject {
      return {
        ...developer,
        id: 'cloud-developer',
        method: 'identity-center',
        grants: { groups: [], permissionSets: [], sensitive: false, ...grants },
        settings,
      };
    },

    async addSet(Name: string, { managed = '', inline = '' } = {}): Promise<string> {
      const command = new CreatePermissionSetCommand({ InstanceArn, Name, SessionDuration: 'PT4H' });
      const { PermissionSet } = await admin.send(command);
      const set = { InstanceArn, PermissionSetArn: PermissionSet?.PermissionSetArn };
      const ManagedPolicyArn = `arn:aws:iam::aws:policy/${managed}`;
      if (managed) await admin.send(new AttachManagedPolicyToPermissionSetCommand({ ...set, ManagedPolicyArn }));
      if (inline) await admin.send(new PutInlinePolicyToPermissionSetCommand({ ...set, InlinePolicy: inline }));
      return PermissionSet?.PermissionSetArn ?? '';
    },

    async addGroup(DisplayName: string): Promise<string> {
      const { GroupId } = await store.send(new CreateGroupCommand({ IdentityStoreId, DisplayName }));
      return GroupId ?? '';
    },

    async removeGroup(GroupId: string): Promise<void> {
      await store.send(new DeleteGroupCommand({ IdentityStoreId, GroupId }));
    },

    async addUser(UserName: string, email = `${UserName}@example.com`): Promise<string> {
      const command = new CreateUserCommand({
        IdentityStoreId,
        UserName,
        DisplayName: UserName,
        Name: { GivenName: UserName, FamilyName: UserName },
        Emails: [{ Value: email, Type: 'work', Primary: true }],
      });
      return (await store.send(command)).UserId ?? '';
    },

    async users() {
      const { Users = [] } = await store.send(new ListUsersCommand({ IdentityStoreId }));
      return Users;
    },

    async groupsOf(UserId: string): Promise<(string | undefined)[]> {
      const command = new ListGroupMembershipsForMemberCommand({ IdentityStoreId, MemberId: { UserId } });
      return ((await store.send(command)).GroupMemberships ?? []).map(({ GroupId }) => GroupId);
    },

    async assignmentsOf(PrincipalId: string): Promise<string[]> {
      const principal = { PrincipalId, PrincipalType: 'USER' as const };
      const command = new ListAccountAssignmentsForPrincipalCommand({ InstanceArn, ...principal });
      const { AccountAssignments = [] } = await admin.send(command);
      return AccountAssignments.map(({ AccountId, PermissionSetArn }) => `${AccountId} ${PermissionSetArn}`);
    },
  };
}
