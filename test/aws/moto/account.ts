import {
  AttachUserPolicyCommand,
  CreateAccountAliasCommand,
  CreateGroupCommand,
  CreateUserCommand,
  GetLoginProfileCommand,
  GetUserCommand,
  IAMClient,
  ListAttachedUserPoliciesCommand,
  ListGroupsForUserCommand,
  ListUsersCommand,
} from '@aws-sdk/client-iam';
import { deployMember } from './deploy.ts';
import type { Moto } from './moto.ts';

export type MemberAccount = Awaited<ReturnType<typeof createMember>>;

/** A policy that a profile may name: here one that comes with our stack. */
export const policyIn = (account: string) => `arn:aws:iam::${account}:policy/boarding-pass-own-sign-in`;

/** A member account of moto with our stack, the groups, and the hands and eyes of its administrator. */
export async function createMember(moto: Moto, id: string, { groups = ['Developers'], alias = '' } = {}) {
  const connection = await moto.admin(id);
  const iam = new IAMClient(connection);
  await deployMember(connection);
  for (const GroupName of groups) await iam.send(new CreateGroupCommand({ GroupName }));
  if (alias) await iam.send(new CreateAccountAliasCommand({ AccountAlias: alias }));

  return {
    id,
    iam,
    boundary: `arn:aws:iam::${id}:policy/boarding-pass-boundary`,

    async userNames(): Promise<string[]> {
      const { Users = [] } = await iam.send(new ListUsersCommand({}));
      return Users.map(({ UserName = '' }) => UserName).toSorted();
    },

    /** All that IAM tells of a user. */
    async user(UserName: string) {
      const { User } = await iam.send(new GetUserCommand({ UserName }));
      const { Groups = [] } = await iam.send(new ListGroupsForUserCommand({ UserName }));
      const { AttachedPolicies = [] } = await iam.send(new ListAttachedUserPoliciesCommand({ UserName }));
      const profile = await iam
        .send(new GetLoginProfileCommand({ UserName }))
        .catch((err: Error) => ({ none: err.name, LoginProfile: undefined }));
      return {
        path: User?.Path,
        tags: Object.fromEntries((User?.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
        groups: Groups.map(({ GroupName }) => GroupName),
        policies: AttachedPolicies.map(({ PolicyArn }) => PolicyArn),
        mustChangePassword: profile.LoginProfile?.PasswordResetRequired,
      };
    },

    /** A user whom boarding-pass did not make. */
    async addStranger(UserName: string): Promise<void> {
      await iam.send(new CreateUserCommand({ UserName }));
      await iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn: policyIn(id) }));
    },
  };
}
