import { expect, test } from 'vitest';
import { password, startPortal, userName } from './portal.ts';
import { yuki } from './sdk.ts';

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
