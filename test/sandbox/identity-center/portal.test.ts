import { expect, test } from 'vitest';
import { fromBase32 } from '../../../sandbox/aws/iam/mfa/base32.ts';
import { codeOf, stepAt } from '../../../sandbox/aws/iam/mfa/one-time-codes.ts';
import { groupId, setArn, startCenter, userId, yuki } from './sdk.ts';

const password = 'My own 1 password';
const userName = yuki.UserName;

/** The portal, with somebody who was made there, hands to type with, and a clock for codes that a test moves on. */
async function startPortal({ made = true } = {}) {
  let steps = stepAt(Date.now());
  const world = await startCenter({ now: () => steps * 30_000 });
  if (made) world.center.asAdmin('createUser', yuki);

  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${world.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, body: await response.json() };
  };
  const signIn = (typed: object) => post('/portal/sign-in', { userName, ...typed });
  const mails = () => world.aws.look.mails;
  const mailed = () => /code is: (\d{6})/.exec(mails().at(-1)?.text ?? '')?.[1] ?? '';
  /** What the authenticator shows next: no code is taken twice. */
  const mfaCode = (seed: string) => {
    steps += 1;
    return codeOf(fromBase32(seed) ?? new Uint8Array(), steps);
  };
  /** @returns the seed and the session of whoever has signed in for the first time */
  const arrive = async (who = userName) => {
    await signIn({ userName: who });
    const { body } = await signIn({ userName: who, code: mailed(), newPassword: password });
    const welcome = await signIn({ userName: who, password, mfaCode: mfaCode(body.seed) });
    return { seed: body.seed as string, session: welcome.body.session as string };
  };
  const assign = async (change: object) => {
    const principal = {
      PrincipalType: 'USER',
      PrincipalId: [...world.aws.look.identityCenter.users.keys()].at(-1) ?? '',
    };
    const target = { TargetId: '111122223333', TargetType: 'AWS_ACCOUNT', PermissionSetArn: setArn('ReadOnly') };
    world.center.change({ assignmentMs: 0 });
    world.center.asAdmin('createAccountAssignment', { ...target, ...principal, ...change });
    await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const accountsOf = async (session: string) => (await post('/portal/accounts', { session })).body.accounts;
  return { ...world, post, signIn, mails, mailed, mfaCode, arrive, assign, accountsOf };
}

test('the first time: user name, a mailed code, a new password, an authenticator; later password and code', async () => {
  const { signIn, mails, mailed, mfaCode } = await startPortal();
  expect(mails()).toEqual([]);
  expect(await signIn({})).toEqual({ status: 200, body: { codeSent: true } });
  expect(mails()).toMatchObject([{ from: 'no-reply@login.awsapps.com', to: ['yuki@kumoworks.example'] }]);

  const code = mailed();
  expect(await signIn({ code: 'wrong' })).toMatchObject({ status: 401, body: { code: 'incorrect-code' } });
  expect(await signIn({ code })).toEqual({ status: 200, body: { newPasswordRequired: true } });
  const weak = await signIn({ code, newPassword: 'password' });
  expect(weak).toMatchObject({ status: 400, body: { code: 'not-accepted' } });
  const { body } = await signIn({ code, newPassword: password });
  expect(body).toEqual({ mfaSetupRequired: true, seed: expect.stringMatching(/^[A-Z2-7]{64}$/) });

  expect(await signIn({ password, mfaCode: '000000' })).toMatchObject({ status: 401 });
  const first = await signIn({ password, mfaCode: mfaCode(body.seed) });
  expect(first).toEqual({ status: 200, body: { session: expect.any(String) } });

  expect(await signIn({})).toEqual({ status: 200, body: { passwordRequired: true } });
  expect(await signIn({ code })).toEqual({ status: 200, body: { passwordRequired: true } });
  expect(await signIn({ password })).toEqual({ status: 200, body: { mfaRequired: true } });
  expect(await signIn({ password: 'another' })).toMatchObject({ status: 401, body: { code: 'incorrect' } });
  expect(await signIn({ password, mfaCode: mfaCode(body.seed) })).toMatchObject({ status: 200 });
  expect(mails()).toHaveLength(1);
});

test('of two codes the newer counts', async () => {
  const { signIn, mailed } = await startPortal();
  await signIn({});
  const older = mailed();
  let newer = older;
  while (newer === older) {
    await signIn({});
    newer = mailed();
  }
  expect(await signIn({ code: older })).toMatchObject({ body: { code: 'incorrect-code' } });
  expect(await signIn({ code: newer })).toMatchObject({ body: { newPasswordRequired: true } });
});

test.each(['Abc1!', `Abc1!${'x'.repeat(60)}`, 'alllowercase1!', 'ALLUPPERCASE1!', 'NoNumbers!', 'NoSymbols1'])(
  'the password %s is not accepted',
  async (newPassword) => {
    const { signIn, mailed } = await startPortal();
    await signIn({});
    expect(await signIn({ code: mailed(), newPassword })).toMatchObject({ body: { code: 'not-accepted' } });
  },
);

test('with the switch off no code is mailed, and an administrator makes the first password', async () => {
  const { signIn, mails, center, mfaCode } = await startPortal();
  center.change({ sendsEmailOtp: false });
  expect(await signIn({})).toMatchObject({ status: 403, body: { code: 'contact-administrator' } });
  expect(mails()).toEqual([]);

  const first = center.makeOneTimePassword(userName);
  expect(await signIn({ password: first })).toEqual({ status: 200, body: { newPasswordRequired: true } });
  expect(await signIn({ password: first, newPassword: first })).toMatchObject({ body: { code: 'not-accepted' } });
  const { body } = await signIn({ password: first, newPassword: password });
  expect(body).toMatchObject({ mfaSetupRequired: true });
  const welcome = await signIn({ password, mfaCode: mfaCode(body.seed) });
  expect(welcome.body).toEqual({ session: expect.any(String) });
});

test('the code goes to the mail that is there at the time, and nowhere without one', async () => {
  const { signIn, mails, center } = await startPortal({ made: false });
  center.asAdmin('createUser', { ...yuki, Emails: [] });
  expect(await signIn({})).toMatchObject({ body: { code: 'contact-administrator' } });
  center.changeMail(userName, 'new@kumoworks.example');
  await signIn({ userName: userName.toUpperCase() });
  expect(mails()).toMatchObject([{ to: ['new@kumoworks.example'] }]);
});

test.each([
  ['nobody has', 'nobody', { status: 200, body: { passwordRequired: true } }],
  ['somebody disabled has', 'hiro@kumoworks.example', { status: 403 }],
])('a name that %s gets no code', async (_who, name, answer) => {
  const { signIn, mails } = await startPortal();
  expect(await signIn({ userName: name })).toMatchObject(answer);
  expect((await signIn({ userName: name, password })).status).toBeGreaterThan(400);
  expect(mails()).toEqual([]);
});

test('who is disabled is out, with their session', async () => {
  const { signIn, arrive, center, post } = await startPortal();
  const { session } = await arrive();
  center.disable(userName);
  expect(await signIn({ password })).toMatchObject({ status: 403, body: { code: 'contact-administrator' } });
  expect(await post('/portal/accounts', { session })).toMatchObject({ status: 401, body: { code: 'signed-out' } });
  center.enable(userName);
  expect((await post('/portal/accounts', { session })).status).toBe(200);
});

test.each([userName, 'Ken@Kumoworks.example'])('with a company directory %s signs in there', async (name) => {
  const { signIn, center, mails } = await startPortal();
  center.change({ users: 'existing' });
  expect(await signIn({ userName: name })).toMatchObject({ status: 403, body: { code: 'company-account' } });
  expect(mails()).toEqual([]);
});

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

const idOf = (center: Awaited<ReturnType<typeof startPortal>>['center']) => {
  const UniqueAttribute = { AttributePath: 'userName', AttributeValue: userName };
  return (center.asAdmin('getUserId', { AlternateIdentifier: { UniqueAttribute } }) as { UserId: string }).UserId;
};
const shown = (name: string, id: string, ...sets: string[]) => ({
  id,
  name,
  email: `aws+${name}@kumoworks.example`,
  permissionSets: sets.map((set) => ({ name: set, description: expect.any(String) })),
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
  const { arrive, url } = await startPortal();
  const { seed } = await arrive();
  const pages = await Promise.all(['/aws', '/executions', '/mail'].map((path) => fetch(`${url}${path}`)));
  const texts = await Promise.all(pages.map((page) => page.text()));
  expect(texts.filter((text) => text.includes(seed) || text.includes(password))).toEqual([]);
});
