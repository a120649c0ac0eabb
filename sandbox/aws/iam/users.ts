import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { JsonObject } from '../json.ts';
import type { IamAccount, Tag, User } from './account.ts';
import { hasPolicy } from './accounts.ts';
import { action, iamError, noSuchEntity, timestamp, userName, userOf } from './action.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html: characters and lengths of keys and values */
const tagCharacters = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const tag = z.object({
  Key: z.string().min(1).max(128).regex(tagCharacters),
  Value: z.string().max(256).regex(tagCharacters),
});

const path = z
  .string()
  .max(512)
  .regex(/^\/([\x21-\x7e]+\/)?$/);

export const users = {
  createUser: action(
    {
      UserName: userName,
      Path: path.default('/'),
      PermissionsBoundary: z.string().optional(),
      Tags: z.array(tag).max(50).default([]),
    },
    (account, { UserName, Path, PermissionsBoundary, Tags }) => {
      refuseTwice(Tags);
      if (PermissionsBoundary && !hasPolicy(account, PermissionsBoundary)) {
        throw noSuchEntity(`Scope ARN: ${PermissionsBoundary} does not exist or is not attachable.`);
      }
      if (account.users.has(UserName.toLowerCase())) {
        throw iamError('EntityAlreadyExistsException', 409, `User with name ${UserName} already exists.`);
      }
      const user: User = {
        userName: UserName,
        userId: `AIDA${randomBytes(9).toString('hex').toUpperCase().slice(0, 17)}`,
        path: Path,
        createdAt: new Date(),
        ...(PermissionsBoundary && { permissionsBoundary: PermissionsBoundary }),
        tags: Tags,
        groups: new Set(),
        policies: new Set(),
        mfaDevices: [],
      };
      account.users.set(UserName.toLowerCase(), user);
      return { User: show(account, user) };
    },
  ),

  getUser: action({ UserName: userName }, (account, { UserName }) => ({
    User: show(account, userOf(account, UserName)),
  })),

  tagUser: action({ UserName: userName, Tags: z.array(tag).max(50) }, (account, { UserName, Tags }) => {
    refuseTwice(Tags);
    const user = userOf(account, UserName);
    for (const { Key, Value } of Tags) {
      const before = user.tags.find((each) => each.Key.toLowerCase() === Key.toLowerCase());
      if (before) before.Value = Value;
      else user.tags.push({ Key, Value });
    }
    return {};
  }),

  deleteUser: action({ UserName: userName }, (account, { UserName }) => {
    const user = userOf(account, UserName);
    const left = user.loginProfile
      ? 'delete login profile'
      : user.policies.size > 0
        ? 'detach all policies'
        : user.groups.size > 0
          ? 'remove user from all groups'
          : user.mfaDevices.length > 0
            ? 'deactivate all MFA devices'
            : undefined;
    if (left) throw iamError('DeleteConflictException', 409, `Cannot delete entity, must ${left} first.`);
    account.users.delete(UserName.toLowerCase());
    return {};
  }),
};

function refuseTwice(tags: Tag[]): void {
  if (new Set(tags.map(({ Key }) => Key.toLowerCase())).size < tags.length) {
    const text = 'Duplicate tag keys found. Please note that Tag keys are case insensitive.';
    throw iamError('InvalidInputException', 400, text);
  }
}

export const arnOfUser = ({ account }: IamAccount, { path, userName }: Pick<User, 'path' | 'userName'>): string =>
  `arn:aws:iam::${account.id}:user${path}${userName}`;

function show(account: IamAccount, user: User): JsonObject {
  const { userName, userId, path, createdAt, passwordLastUsed, permissionsBoundary, tags } = user;
  return {
    Path: path,
    UserName: userName,
    UserId: userId,
    Arn: arnOfUser(account, user),
    CreateDate: timestamp(createdAt),
    ...(passwordLastUsed && { PasswordLastUsed: timestamp(passwordLastUsed) }),
    ...(permissionsBoundary && {
      PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: permissionsBoundary },
    }),
    ...(tags.length > 0 && { Tags: tags.map((tag) => ({ ...tag })) }),
  };
}
