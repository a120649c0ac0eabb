import { z } from 'zod';
import { arnOfStore, arnOfUser } from '../arns.ts';
import { type IdentityCenter, newId, type User } from '../center.ts';
import { invalid, notFound, notUnique } from '../error.ts';
import { type Answer, type Operations, ofStore } from '../operation.ts';
import { alternateIdentifier, email, externalIdsOf, isSame, resourceId, text, userName } from './fields.ts';

const onUser = (center: IdentityCenter, { UserId }: { UserId: string }) => [arnOfStore(center), arnOfUser(UserId)];

const name = z.object({
  GivenName: text,
  FamilyName: text,
  Formatted: text.optional(),
  MiddleName: text.optional(),
  HonorificPrefix: text.optional(),
  HonorificSuffix: text.optional(),
});

export const users = {
  createUser: ofStore(
    {
      UserName: userName,
      // Required "when used in IAM Identity Center": the page of the operation.
      DisplayName: text,
      Name: name,
      Emails: z.array(email).max(1).optional(),
      Locale: text.optional(),
      PreferredLanguage: text.optional(),
      Title: text.optional(),
      UserType: text.optional(),
    },
    {
      on: (center) => [arnOfStore(center)],
      run(center, { UserName, DisplayName, Name, Emails = [] }, { account }) {
        const [first] = Emails;
        const all = [...center.users.values()];
        if (all.some((user) => isSame(user.userName, UserName))) throw notUnique('Duplicate UserName');
        if (first && all.some((user) => isSame(user.email?.Value ?? '', first.Value)))
          throw notUnique('Duplicate Emails');
        const user: User = {
          userId: newId(center.described),
          userName: UserName,
          displayName: DisplayName,
          name: withoutGaps(Name) as User['name'],
          ...(first && { email: withoutGaps(first) }),
          status: 'ENABLED',
          isDescribed: false,
          createdAt: new Date(),
          createdBy: `arn:aws:iam::${account}:root`,
          mfaDevices: [],
        };
        center.users.set(user.userId, user);
        return { UserId: user.userId, IdentityStoreId: center.described.identityStoreId };
      },
    },
  ),

  getUserId: ofStore(
    { AlternateIdentifier: alternateIdentifier('userName', 'emails.value') },
    {
      on: (center) => [arnOfStore(center), arnOfUser()],
      run(center, { AlternateIdentifier: { UniqueAttribute } }) {
        const { AttributePath, AttributeValue } = UniqueAttribute;
        const isIt = center.settings.exactLookups ? (a: string, b: string) => a === b : isSame;
        const found = [...center.users.values()].find(({ userName, email }) =>
          isIt(AttributePath === 'userName' ? userName : (email?.Value ?? ''), AttributeValue),
        );
        if (!found) throw notFound('USER');
        return { UserId: found.userId, IdentityStoreId: center.described.identityStoreId };
      },
    },
  ),

  describeUser: ofStore(
    { UserId: resourceId },
    { on: onUser, run: (center, { UserId }) => show(center, userOf(center, UserId)) },
  ),

  deleteUser: ofStore(
    { UserId: resourceId },
    {
      on: onUser,
      // Assignments stay, of nobody: terraform-provider-aws#19341.
      run(center, { UserId }) {
        userOf(center, UserId);
        center.users.delete(UserId);
        for (const { membershipId, userId } of center.memberships.values())
          if (userId === UserId) center.memberships.delete(membershipId);
        return {};
      },
    },
  ),
} satisfies Operations;

export function userOf({ users }: IdentityCenter, userId: string): User {
  const user = users.get(userId);
  if (!user) throw notFound('USER', userId);
  return user;
}

/** By name, whatever the case of its letters. */
export function userNamed({ users }: IdentityCenter, wanted: string): User {
  const user = [...users.values()].find(({ userName }) => isSame(userName, wanted));
  if (!user) throw invalid(`Nobody is called ${wanted}.`);
  return user;
}

function show(center: IdentityCenter, user: User): Answer {
  return {
    IdentityStoreId: center.described.identityStoreId,
    UserId: user.userId,
    UserName: user.userName,
    DisplayName: user.displayName,
    Name: user.name,
    ...(user.email && { Emails: [user.email] }),
    ...(user.isDescribed && externalIdsOf(center, user.userId)),
    UserStatus: user.status,
    CreatedAt: user.createdAt,
    CreatedBy: user.createdBy,
    UpdatedAt: user.createdAt,
    UpdatedBy: user.createdBy,
  };
}

const withoutGaps = <Value extends object>(value: Value) =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [Key in keyof Value]: Exclude<Value[Key], undefined>;
  };
