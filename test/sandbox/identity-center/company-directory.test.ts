import { GetUserIdCommand } from '@aws-sdk/client-identitystore';
import { describe, expect, test } from 'vitest';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { withDirectory } from '../../../sandbox/organization/with-directory.ts';
import { startPortal, userName } from './portal.ts';
import { IdentityStoreId, startCenter, yuki } from './sdk.ts';

const omar = {
  userName: 'omar@kumoworks.example',
  displayName: 'Omar Haddad',
  givenName: 'Omar',
  familyName: 'Haddad',
  email: 'omar@kumoworks.example',
};
const yukiOfCompany = {
  userName: yuki.UserName,
  displayName: yuki.DisplayName,
  givenName: yuki.Name.GivenName,
  familyName: yuki.Name.FamilyName,
  email: yuki.UserName,
};

describe('a synchronization', () => {
  test('brings who is in the directory, and nobody before it', async () => {
    const { store, center } = await startCenter();
    const look = () =>
      store.send(
        new GetUserIdCommand({
          IdentityStoreId,
          AlternateIdentifier: { UniqueAttribute: { AttributePath: 'userName', AttributeValue: omar.userName } },
        }),
      );
    center.hire(omar);
    await expect(look()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    expect(center.synchronize()).toEqual({ arrived: [omar.userName], refused: [] });
    await expect(look()).resolves.toMatchObject({ UserId: expect.any(String) });
    expect(center.synchronize()).toEqual({ arrived: [], refused: [] });
  });

  test.each([
    ['the name', { ...yukiOfCompany, email: 'y.sato@kumoworks.example' }],
    ['the address, in other letters', { ...yukiOfCompany, userName: 'y.sato', email: yuki.UserName.toUpperCase() }],
  ])('is refused whose %s somebody has who was made by hand, until they are gone', async (_what, person) => {
    const { center, aws } = await startCenter();
    const { UserId } = center.asAdmin('createUser', yuki) as { UserId: string };
    center.hire(person);
    center.hire(omar);
    expect(center.synchronize()).toEqual({ arrived: [omar.userName], refused: [person.userName] });
    center.asAdmin('deleteUser', { UserId });
    expect(center.synchronize()).toEqual({ arrived: [person.userName], refused: [] });
    expect([...aws.look.identityCenter.users.values()].at(-1)).toMatchObject({ userName: person.userName });
  });
});

describe('the company’s sign-in', () => {
  const atCompany = { companySignIn: true };

  test('is where the portal sends everybody, whatever they are called, and no code is mailed', async () => {
    const { signIn, center, mails } = await startPortal();
    center.change({ users: 'existing' });
    for (const name of [userName, 'l.fischer', 'nobody'])
      expect(await signIn({ userName: name })).toEqual({ status: 200, body: { companySignInRequired: true } });
    expect(mails()).toEqual([]);
  });

  test.each<[who: string, name: string, refused: string | undefined]>([
    ['who is in the directory', 'l.fischer', undefined],
    ['who is in it, in other letters', 'KEN@kumoworks.example', undefined],
    ['who was made by hand', userName, 'company-account'],
    ['whom nobody knows', 'nobody@kumoworks.example', 'company-account'],
    ['who has not been synchronized yet', omar.userName, 'contact-administrator'],
    ['who is disabled', 'hiro@kumoworks.example', 'contact-administrator'],
  ])('%s, as %s: refused with %s', async (_who, name, refused) => {
    const { signIn, center, post } = await startPortal();
    center.change({ users: 'existing' });
    center.hire(omar);
    const { body } = await signIn({ userName: name, ...atCompany });
    expect(body.code).toBe(refused);
    if (!refused) expect((await post('/portal/accounts', { session: body.session })).status).toBe(200);
  });
});

test('the organization with a directory has its own people there, but who was just hired', () => {
  const { users, waiting = [] } = withDirectory(kumoworks).identityCenter;
  expect(users.map((user) => user.userName).toSorted()).toEqual([
    'Ken@Kumoworks.example',
    'aiko@kumoworks.example',
    'hiro@kumoworks.example',
    'l.fischer',
    'maria@kumoworks.example',
    'omar@kumoworks.example',
  ]);
  expect(waiting).toMatchObject([{ userName: yuki.UserName, givenName: '由紀', familyName: '佐藤' }]);
  expect(users.find((user) => user.userName === omar.userName)?.email).toBe('o.haddad@kumoworks.example');
});
