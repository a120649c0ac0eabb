import { expect, test } from 'vitest';
import { onboard, request, startAws, type World, yuki } from './world.ts';

const claim = { AccountId: '111122223333', UserName: yuki.userName, ClaimedBy: 'U0YUKI', Reissue: false };
const signIn = { accountId: 'kumo-payments-dev', userName: yuki.userName };

async function passwordOf(world: World, input: typeof claim): Promise<string> {
  const { output, error, cause } = await world.issue(input);
  if (!output) throw new Error(`${error}: ${cause}`);
  return JSON.parse(output).Password;
}

test('the first claim gives a password that signs in and must be changed', async () => {
  const world = await startAws();
  await onboard(world, request());

  const { status, output = '' } = await world.issue(claim);

  const { Password, ...rest } = JSON.parse(output);
  expect({ status, ...rest }).toEqual({
    status: 'SUCCEEDED',
    UserName: yuki.userName,
    LoginURL: 'https://kumo-payments-dev.signin.aws.amazon.com/console',
    MadeAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  });
  expect(Password).toMatch(/^[^0O1lI",./:;<>?\\`~&*_|' ]{24}$/);

  const wrong = await world.signIn({ ...signIn, password: `${Password}x` });
  expect(wrong).toEqual({
    status: 401,
    body: { code: 'incorrect', error: 'Your authentication information is incorrect. Please try again.' },
  });
  expect(await world.signIn({ ...signIn, password: Password })).toEqual({
    status: 200,
    body: { passwordResetRequired: true },
  });
  expect(await world.signIn({ ...signIn, password: Password, newPassword: 'weak' })).toMatchObject({ status: 400 });
  expect(await world.signIn({ ...signIn, password: Password, newPassword: Password })).toMatchObject({ status: 400 });
  const changed = { ...signIn, password: Password, newPassword: 'My own 1 password' };
  expect(await world.signIn(changed)).toMatchObject({ status: 200, body: { signedIn: true } });
  expect(await world.user('111122223333', yuki.userName)).toMatchObject({
    loginProfile: { passwordResetRequired: false },
    passwordLastUsed: expect.any(String),
  });
});

test('a second claim overwrites nothing, and a wanted new one replaces the first', async () => {
  const world = await startAws();
  await onboard(world, request());
  const first = await passwordOf(world, claim);

  expect(await world.issue(claim)).toMatchObject({ status: 'FAILED', error: 'AlreadyShown' });
  expect(await world.signIn({ ...signIn, accountId: '111122223333', password: first })).toMatchObject({ status: 200 });

  const other = await startAws();
  await onboard(other, request());
  const old = await passwordOf(other, claim);
  const renewed = await passwordOf(other, { ...claim, Reissue: true });
  expect(await other.signIn({ ...signIn, password: old })).toMatchObject({ status: 401 });
  expect(await other.signIn({ ...signIn, password: renewed })).toMatchObject({ status: 200 });
});

test('of two claims at once exactly one gets a password', async () => {
  const world = await startAws();
  await onboard(world, request());

  const answers = await Promise.all([world.issue(claim), world.issue(claim)]);

  expect(answers.map(({ error }) => error ?? 'given').sort()).toEqual(['AlreadyShown', 'given']);
});

test('nothing is given to somebody else, once a password of one’s own is set, or for a user who is not there', async () => {
  const world = await startAws();
  await onboard(world, request());

  expect(await world.issue({ ...claim, ClaimedBy: 'U0KEN' })).toMatchObject({ error: 'NotYours' });
  expect(await world.issue({ ...claim, UserName: 'nobody' })).toMatchObject({ error: 'UserNotFound' });
  const password = await passwordOf(world, claim);
  await world.signIn({ ...signIn, password, newPassword: 'My own 1 password' });
  expect(await world.issue({ ...claim, Reissue: true })).toMatchObject({ error: 'AlreadySignedIn' });
});

test('who signed in and did not set a password of their own may use the temporary one, or have a new one', async () => {
  const world = await startAws();
  await onboard(world, request());
  const first = await passwordOf(world, claim);
  expect(await world.signIn({ ...signIn, password: first })).toMatchObject({ body: { passwordResetRequired: true } });

  expect(await world.issue(claim)).toMatchObject({ error: 'AlreadyShown' });
  const second = await passwordOf(world, { ...claim, Reissue: true });

  const changed = { ...signIn, password: second, newPassword: 'My own 1 password' };
  expect(await world.signIn(changed)).toMatchObject({ body: { signedIn: true } });
});

test('a user that was deleted and made anew under the name is not theirs, nor is one whose id nobody says', async () => {
  const world = await startAws();
  await onboard(world, request());
  const before = world.userId(claim.AccountId, claim.UserName) ?? '';
  const admin = (
    action: 'removeUserFromGroup' | 'detachUserPolicy' | 'deleteUser',
    more: Record<string, string> = {},
  ) => world.aws.asAdmin(claim.AccountId, action, { UserName: claim.UserName, ...more });
  admin('removeUserFromGroup', { GroupName: 'Developers' });
  admin('detachUserPolicy', { PolicyArn: 'arn:aws:iam::aws:policy/IAMUserChangePassword' });
  admin('deleteUser');
  await onboard(world, request());

  expect(world.userId(claim.AccountId, claim.UserName)).not.toBe(before);
  for (const UserId of [before, ''])
    expect(await world.issue({ ...claim, UserId })).toMatchObject({ error: 'NotYours' });
  expect(await world.issue(claim)).toMatchObject({ status: 'SUCCEEDED' });
});

test('nothing is given for a user whom boarding-pass did not make', async () => {
  const world = await startAws();
  const omar = { ...claim, AccountId: '222233334444', UserName: 'omar@kumoworks.example' };

  expect(await world.issue(omar)).toMatchObject({ status: 'FAILED', error: 'NotYours' });
});

test('nothing is given when the time to claim is over', async () => {
  const world = await startAws();
  await onboard(world, request(), { claimUntil: new Date(Date.now() - 1000).toISOString() });

  expect(await world.issue(claim)).toMatchObject({ status: 'FAILED', error: 'ClaimClosed' });
});

test('a strict policy is satisfied at the first try', async () => {
  const world = await startAws();
  const account = '111122224444';
  await onboard(world, request({ accounts: [account] }));

  const password = await passwordOf(world, { ...claim, AccountId: account });

  expect(password).toHaveLength(32);
  const actions = world.aws.seen.calls().map(({ action }) => action);
  expect(actions.filter((action) => action === 'iam:createLoginProfile')).toHaveLength(1);
});

test('a password is nowhere but in the answer', async () => {
  const world = await startAws();
  await onboard(world, request());
  const password = await passwordOf(world, claim);

  expect(world.aws.seen.passwords()).toEqual([password]);
  const pages = await Promise.all(['/aws', '/executions', '/mail'].map((path) => fetch(`${world.url}${path}`)));
  const texts = [...(await Promise.all(pages.map((page) => page.text()))), world.aws.seen.histories()];
  texts.push(...world.aws.seen.queueBodies(), JSON.stringify(world.aws.seen.calls()));
  const escaped = JSON.stringify(password).slice(1, -1);
  expect(texts.filter((text) => text.includes(escaped) || text.includes(password))).toEqual([]);

  const { executions = [] } = await world.get('/executions');
  const express = executions.find(({ machine }) => machine === 'issue-password');
  expect(Object.keys(express ?? {}).sort()).toEqual([
    'executionArn',
    'machine',
    'name',
    'startDate',
    'status',
    'stopDate',
  ]);
});

test('each password that is issued is told to whoever audits, without the password; of whom they cannot hear gets none', async () => {
  const world = await startAws();
  await onboard(world, request());
  const notices = () => world.aws.seen.calls().filter(({ action }) => action === 'sns:publish');
  const before = notices().length;

  const password = await passwordOf(world, claim);
  await world.issue(claim);

  const [notice, ...more] = notices().slice(before);
  expect(more).toEqual([]);
  expect(notice?.params.Message).toEqual({
    event: 'password',
    account: '111122223333',
    userName: yuki.userName,
    claimedBy: 'U0YUKI',
  });
  expect(JSON.stringify(notice)).not.toContain(password);

  world.aws.failNext('sns:publish', 'SNS.AuthorizationErrorException', 5);
  const replaced = await world.issue({ ...claim, Reissue: true });
  expect(replaced).toMatchObject({ status: 'FAILED', error: 'SNS.AuthorizationErrorException' });
  expect(await world.signIn({ ...signIn, password })).toMatchObject({ status: 200 });
});
