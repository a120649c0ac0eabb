import { expect, test } from 'vitest';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { readIdentityCenter } from '../../../sandbox/page/read/identity-center.ts';
import { password, startPortal, userName } from './portal.ts';
import { groupId, setArn, userId, yuki } from './sdk.ts';

test('before sign-in the portal shows nothing; after it, who is there', async () => {
  const { url, arrive } = await startPortal();
  expect((await fetch(`${url}/portal`)).status).toBe(401);
  const { session } = await arrive();
  const shown = await fetch(`${url}/portal`, { headers: { authorization: `Bearer ${session}` } });
  expect(await shown.json()).toEqual({ userName, displayName: yuki.DisplayName });
});

test('accounts come when their assignments have succeeded, by name, direct ones and those of groups', async () => {
  const { arrive, assign, accountsOf, center } = await startPortal();
  const { session } = await arrive();
  expect(await accountsOf(session)).toEqual([]);

  center.plan({ outcome: 'hangs' }, { outcome: 'fails' });
  await assign({});
  await assign({ TargetId: '444455556666' });
  expect(await accountsOf(session)).toEqual([]);

  const member = { GroupId: groupId('Engineering'), MemberId: { UserId: '' } };
  await assign({ TargetId: '444455556666', PermissionSetArn: setArn('Developer') });
  await assign({ TargetId: '222233334444', PermissionSetArn: setArn('Developer') });
  center.asAdmin('createGroupMembership', { ...member, MemberId: { UserId: idOf(center) } });
  expect(await accountsOf(session)).toEqual([
    shown('payments-dev', '111122223333', 'ReadOnly'),
    shown('sandbox-tokyo', '444455556666', 'Developer'),
    shown('search-dev', '222233334444', 'ReadOnly', 'Developer'),
  ]);
});

test('an account that was suspended is not opened from the portal', async () => {
  const { arrive, assign, post, aws } = await startPortal({ organization: structuredClone(kumoworks) });
  const { session } = await arrive();
  await assign({});
  const open = () => post('/portal/open', { session, accountId: '111122223333', permissionSet: 'ReadOnly' });
  expect((await open()).status).toBe(200);
  const suspended = aws.look.accounts.get('111122223333');
  if (suspended) suspended.account.state = 'SUSPENDED';
  expect((await open()).status).not.toBe(200);
});

const idOf = (center: Awaited<ReturnType<typeof startPortal>>['center']) => {
  const UniqueAttribute = { AttributePath: 'userName', AttributeValue: userName };
  return (center.asAdmin('getUserId', { AlternateIdentifier: { UniqueAttribute } }) as { UserId: string }).UserId;
};
const shown = (name: string, id: string, ...sets: string[]) => ({
  id,
  name,
  email: `aws+${name}@kumoworks.example`,
  permissionSets: sets.map((set) => ({ name: set, description: expect.any(String), profile: `${name}-${set}-${id}` })),
});

test.each([
  ['ReadOnly', 'iam', 200],
  ['ReadOnly', 's3', 200],
  ['Developer', 's3', 200],
  ['Developer', 'iam', 403],
])('with %s the console’s page %s answers %i', async (permissionSet, service, status) => {
  const { arrive, assign, post } = await startPortal();
  const { session } = await arrive();
  await assign({ PermissionSetArn: setArn(permissionSet) });
  const opened = await post('/portal/open', { session, accountId: '111122223333', permissionSet });
  expect(opened).toEqual({
    status: 200,
    body: {
      account: { id: '111122223333', name: 'payments-dev' },
      identity: `${permissionSet}/${userName}`,
      session: expect.any(String),
    },
  });
  const page = await post('/aws/console', { session: opened.body.session, action: 'open', service });
  expect(page.status).toBe(status);
  if (status === 403)
    expect(page.body.error).toMatch(/assumed-role\/AWSReservedSSO_Developer_\w+\/yuki@.*iam:ListUsers/);
});

test.each([
  ['another account', { accountId: '222233334444', permissionSet: 'ReadOnly' }, 403],
  ['another permission set', { accountId: '111122223333', permissionSet: 'Developer' }, 403],
  ['a session of nobody', { session: 'guessed', accountId: '111122223333', permissionSet: 'ReadOnly' }, 401],
  ['nothing', {}, 400],
])('%s is not opened', async (_what, change, status) => {
  const { arrive, assign, post } = await startPortal();
  const { session } = await arrive();
  await assign({});
  expect((await post('/portal/open', { session, ...change })).status).toBe(status);
});

test('somebody of before gets in as well, with what their group opens', async () => {
  const { arrive, accountsOf } = await startPortal();
  const { session } = await arrive('ken@kumoworks.example');
  expect(userId('Ken@Kumoworks.example')).toMatch(/^1234567890-/);
  expect(await accountsOf(session)).toMatchObject([{ name: 'payments-dev' }, { name: 'search-dev' }]);
});

test('a password and a seed are in no answer but the one that shows the seed', async () => {
  const { arrive, url, aws } = await startPortal();
  const { seed } = await arrive();
  const pages = await Promise.all(['/aws', '/executions', '/mail'].map((path) => fetch(`${url}${path}`)));
  const texts = await Promise.all(pages.map((page) => page.text()));
  texts.push(JSON.stringify(readIdentityCenter(aws.look)));
  expect(texts.filter((text) => text.includes(seed) || text.includes(password))).toEqual([]);
});
