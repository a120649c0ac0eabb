import {
  CreateGroupCommand,
  CreateGroupMembershipCommand,
  CreateUserCommand,
  DeleteGroupCommand,
  DeleteGroupMembershipCommand,
  DeleteUserCommand,
  DescribeGroupCommand,
  DescribeUserCommand,
  GetGroupIdCommand,
  GetGroupMembershipIdCommand,
  GetUserIdCommand,
  type IdentitystoreClient,
  IsMemberInGroupsCommand,
  ListGroupMembershipsForMemberCommand,
} from '@aws-sdk/client-identitystore';
import { expect, test } from 'vitest';
import { groupId, IdentityStoreId, startCenter, userId, yuki } from './sdk.ts';

const create = (store: IdentitystoreClient, user: object = yuki) =>
  store.send(new CreateUserCommand({ IdentityStoreId, ...yuki, ...user }));
const find = (store: IdentitystoreClient, AttributePath: string, AttributeValue: string) =>
  store.send(
    new GetUserIdCommand({
      IdentityStoreId,
      AlternateIdentifier: { UniqueAttribute: { AttributePath, AttributeValue } },
    }),
  );
const conflict = { name: 'ConflictException', Reason: 'UNIQUENESS_CONSTRAINT_VIOLATION' };

test('somebody who was created is found by name and by mail, whatever the case, and described', async () => {
  const { store } = await startCenter();
  const { UserId } = await create(store);
  expect(UserId).toMatch(/^1234567890-[-0-9a-f]{36}$/);
  expect(await find(store, 'userName', 'YUKI@kumoworks.example')).toMatchObject({ UserId });
  expect(await find(store, 'emails.value', 'Yuki@Kumoworks.example')).toMatchObject({ UserId });

  const described = await store.send(new DescribeUserCommand({ IdentityStoreId, UserId }));
  expect(described).toMatchObject({ ...yuki, UserId, UserStatus: 'ENABLED', CreatedAt: expect.any(Date) });
  expect(described.ExternalIds).toBeUndefined();
});

test.each(['', 'y'.repeat(129), 'yuki tanaka', 'yuki\tt', '由紀　佐藤', 'Administrator', 'AWSAdministrators'])(
  'the user name "%s" is refused',
  async (UserName) => {
    const { store } = await startCenter();
    await expect(create(store, { UserName })).rejects.toMatchObject({ name: 'ValidationException' });
  },
);

test.each(['由紀', 'y', 'sam+aws@partner.example', 'y'.repeat(128)])(
  'the user name "%s" is taken',
  async (UserName) => {
    const { store } = await startCenter();
    await expect(create(store, { UserName })).resolves.toMatchObject({ IdentityStoreId });
  },
);

test.each([
  ['no name', { Name: undefined }],
  ['no family name', { Name: { GivenName: 'Yuki' } }],
  ['an empty given name', { Name: { GivenName: '', FamilyName: 'Sato' } }],
  ['no display name', { DisplayName: undefined }],
  ['two addresses', { Emails: [{ Value: 'a@x.example' }, { Value: 'b@x.example' }] }],
])('somebody with %s is refused', async (_what, change) => {
  const { store } = await startCenter();
  await expect(create(store, change)).rejects.toMatchObject({ name: 'ValidationException' });
});

test.each([
  ['the user name', { UserName: 'KEN@kumoworks.EXAMPLE', Emails: [] }],
  ['the mail', { Emails: [{ Value: 'Lena@kumoworks.example' }] }],
])('%s of somebody else is refused, whatever the case', async (_what, change) => {
  const { store } = await startCenter();
  await expect(create(store, change)).rejects.toMatchObject(conflict);
});

/** AWS says no more than the name; the SDK then finds words of its own. */
const wordless = { name: 'ValidationException', message: 'UnknownError' };

test.each([
  ['an ARN', 'arn:aws:sso:::instance/ssoins-1234567890abcdef', wordless],
  ['another store', 'd-0987654321', { name: 'ResourceNotFoundException', ResourceType: 'IDENTITY_STORE' }],
])('%s in the place of the store’s id', async (_what, id, error) => {
  const { store } = await startCenter();
  await expect(create(store, { IdentityStoreId: id })).rejects.toMatchObject(error);
});

test('who is not there is named by kind', async () => {
  const { store } = await startCenter();
  const missing = { name: 'ResourceNotFoundException', ResourceType: 'USER' };
  const UserId = '1234567890-00000000-0000-4000-8000-000000000000';
  await expect(find(store, 'userName', 'nobody')).rejects.toMatchObject(missing);
  await expect(find(store, 'displayName', 'Yuki')).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(store.send(new DescribeUserCommand({ IdentityStoreId, UserId }))).rejects.toMatchObject(missing);
  await expect(store.send(new DeleteUserCommand({ IdentityStoreId, UserId }))).rejects.toMatchObject(missing);
});

test('where lookups are exact, another case finds nobody, and the name is taken all the same', async () => {
  const { store } = await startCenter({ identityCenter: { exactLookups: true } });
  await expect(find(store, 'userName', 'ken@kumoworks.example')).rejects.toMatchObject({ ResourceType: 'USER' });
  expect(await find(store, 'userName', 'Ken@Kumoworks.example')).toMatchObject({ UserId: expect.any(String) });
  await expect(create(store, { UserName: 'ken@kumoworks.example' })).rejects.toMatchObject(conflict);
});

test('the organization has people already: one of another case, one disabled, one with a mail of another name', async () => {
  const { store } = await startCenter();
  const described = async (attribute: string, value: string) => {
    const { UserId } = await find(store, attribute, value);
    return store.send(new DescribeUserCommand({ IdentityStoreId, UserId }));
  };
  expect(await described('userName', 'ken@kumoworks.example')).toMatchObject({ UserName: 'Ken@Kumoworks.example' });
  expect(await described('userName', 'hiro@kumoworks.example')).toMatchObject({ UserStatus: 'DISABLED' });
  expect(await described('emails.value', 'lena@kumoworks.example')).toMatchObject({ UserName: 'l.fischer' });
});

test('people of a company directory have ids of there; who is created beside it has none', async () => {
  const { store, center } = await startCenter();
  center.change({ users: 'existing' });
  const UserId = userId('Ken@Kumoworks.example');
  const { ExternalIds } = await store.send(new DescribeUserCommand({ IdentityStoreId, UserId }));
  expect(ExternalIds).toEqual([{ Issuer: expect.any(String), Id: expect.any(String) }]);
  const made = await create(store);
  const beside = await store.send(new DescribeUserCommand({ IdentityStoreId, UserId: made.UserId }));
  expect(beside.ExternalIds).toBeUndefined();
});

test('somebody joins a group once, is seen in it, and leaves it', async () => {
  const { store } = await startCenter();
  const { UserId = '' } = await create(store);
  const both = { IdentityStoreId, GroupId: groupId('Engineering'), MemberId: { UserId } };
  const { MembershipId } = await store.send(new CreateGroupMembershipCommand(both));
  await expect(store.send(new CreateGroupMembershipCommand(both))).rejects.toMatchObject(conflict);
  expect(await store.send(new GetGroupMembershipIdCommand(both))).toMatchObject({ MembershipId });
  expect(await membershipsOf(store, UserId)).toEqual([both.GroupId]);
  expect(await isMember(store, UserId, 'Engineering', 'DataPlatform')).toEqual([true, false]);

  await store.send(new DeleteGroupMembershipCommand({ IdentityStoreId, MembershipId }));
  const gone = { name: 'ResourceNotFoundException', ResourceType: 'GROUP_MEMBERSHIP' };
  await expect(store.send(new GetGroupMembershipIdCommand(both))).rejects.toMatchObject(gone);
  expect(await isMember(store, UserId, 'Engineering')).toEqual([false]);
});

test('who is deleted leaves their groups', async () => {
  const { store, aws } = await startCenter();
  await store.send(new DeleteUserCommand({ IdentityStoreId, UserId: userId('Ken@Kumoworks.example') }));
  expect(aws.look.identityCenter.memberships.size).toBe(0);
});

test('a group that is deleted and made anew has another id, and opens nothing', async () => {
  const { store, aws } = await startCenter();
  const GroupId = groupId('Engineering');
  await store.send(new DeleteGroupCommand({ IdentityStoreId, GroupId }));
  const group = { name: 'ResourceNotFoundException', ResourceType: 'GROUP' };
  await expect(store.send(new DescribeGroupCommand({ IdentityStoreId, GroupId }))).rejects.toMatchObject(group);

  const made = await store.send(new CreateGroupCommand({ IdentityStoreId, DisplayName: 'Engineering' }));
  expect(made.GroupId).not.toBe(GroupId);
  const found = await store.send(
    new GetGroupIdCommand({
      IdentityStoreId,
      AlternateIdentifier: { UniqueAttribute: { AttributePath: 'displayName', AttributeValue: 'engineering' } },
    }),
  );
  expect(found.GroupId).toBe(made.GroupId);
  expect(aws.look.identityCenter.assignments.filter(({ principalId }) => principalId === GroupId)).toEqual([]);
  await expect(
    store.send(new CreateGroupCommand({ IdentityStoreId, DisplayName: 'ENGINEERING' })),
  ).rejects.toMatchObject(conflict);
});

async function membershipsOf(store: IdentitystoreClient, UserId: string) {
  const { GroupMemberships = [] } = await store.send(
    new ListGroupMembershipsForMemberCommand({ IdentityStoreId, MemberId: { UserId } }),
  );
  return GroupMemberships.map(({ GroupId }) => GroupId);
}

async function isMember(store: IdentitystoreClient, UserId: string, ...groups: string[]) {
  const { Results = [] } = await store.send(
    new IsMemberInGroupsCommand({ IdentityStoreId, MemberId: { UserId }, GroupIds: groups.map(groupId) }),
  );
  return Results.map(({ MembershipExists }) => MembershipExists);
}
