import { expect, test } from 'vitest';
import { accountId, arrive, assign, type Clockwork, password, signIn, startClockwork, userName } from './clockwork.ts';

const incorrect = 'Your authentication information is incorrect. Please try again.';

test.each([
  ['six digits of nobody', 401, () => '000000'],
  ['no digits', 401, () => 'abcdef'],
  ['the present code', 200, ({ codes }: Clockwork, seed: string) => codes(seed, 0)[0]],
  ['the code of just before', 200, ({ codes }: Clockwork, seed: string) => codes(seed, -1)[0]],
  ['the code before that', 401, ({ codes }: Clockwork, seed: string) => codes(seed, -2)[0]],
  ['the next code, ahead of time', 401, ({ codes }: Clockwork, seed: string) => codes(seed, 1)[0]],
])('%s: %i', async (_what, status, codeFor) => {
  const clockwork = await startClockwork();
  const seed = await assign(clockwork, await arrive(clockwork.world));
  clockwork.wait(10);
  const answer = await signIn(clockwork.world, codeFor(clockwork, seed));
  expect(answer.status).toBe(status);
  if (status === 401) expect(answer.body).toEqual({ code: 'incorrect-code', error: incorrect });
});

test('a code works once, and none from before it', async () => {
  const clockwork = await startClockwork();
  const { world, codes, wait } = clockwork;
  const seed = await assign(clockwork, await arrive(world));
  expect(await signIn(world, codes(seed, -1)[0])).toMatchObject({ status: 401 });
  const [code] = codes(seed, 0);
  expect(await signIn(world, code)).toMatchObject({ status: 200 });
  expect(await signIn(world, code)).toMatchObject({ status: 401 });
  wait(1);
  expect(await signIn(world, code)).toMatchObject({ status: 401 });
  expect(await signIn(world, codes(seed, 0)[0])).toMatchObject({ status: 200 });
});

test.each([
  ['not consecutive', [-3, -1], 403],
  ['the same twice', [-1, -1], 403],
  ['in the wrong order', [-1, -2], 403],
  ['very old', [-6, -5], 403],
  ['further ahead', [1, 2], 403],
  ['typed slowly', [-4, -3], 200],
  ['the present one and the next', [0, 1], 200],
])('two codes that are %s enable a device or not', async (_what, away, status) => {
  const { world, codes } = await startClockwork();
  const session = await arrive(world);
  const { body } = await world.act({ session, action: 'create-mfa-device', name: 'phone' });
  const enable = { session, action: 'enable-mfa-device', serialNumber: body.serialNumber };
  const answer = await world.act({ ...enable, codes: codes(body.seed, ...away) });
  expect(answer.status).toBe(status);
  if (status === 403) {
    const error = 'Authentication code for device is not valid.';
    expect(answer.body).toEqual({ code: 'InvalidAuthenticationCode', error });
    expect(await world.user(accountId, userName)).not.toHaveProperty('mfaDevices');
  }
});

test.each([
  ['phone', 409, 'EntityAlreadyExists'],
  ['my phone', 400, 'ValidationError'],
  ['', 400, 'ValidationError'],
  ['Yuki+2,=.@-_', 200, undefined],
])('the name "%s" for a device, where "phone" is taken: %i', async (name, status, code) => {
  const { world } = await startClockwork();
  const session = await arrive(world);
  await world.act({ session, action: 'create-mfa-device', name: 'phone' });
  const answer = await world.act({ session, action: 'create-mfa-device', name });
  expect(answer.status).toBe(status);
  expect(answer.body.code).toBe(code);
});

test('a device is enabled once; the eighth is the last', async () => {
  const clockwork = await startClockwork();
  const { world, codes } = clockwork;
  const session = await arrive(world);
  const names = Array.from({ length: 8 }, (_, index) => `phone-${index + 1}`);
  for (const name of names) await assign(clockwork, session, name);
  const enable = { session, action: 'enable-mfa-device' };
  const taken = { serialNumber: `arn:aws:iam::${accountId}:mfa/phone-1`, codes: ['000000', '000000'] };
  expect(await world.act({ ...enable, ...taken })).toMatchObject({
    status: 409,
    body: { code: 'EntityAlreadyExists' },
  });
  const { body } = await world.act({ session, action: 'create-mfa-device', name: 'phone-9' });
  const ninth = { serialNumber: body.serialNumber, codes: codes(body.seed, -2, -1) };
  expect(await world.act({ ...enable, ...ninth })).toMatchObject({ status: 409, body: { code: 'LimitExceeded' } });
});

test('with MFA a password that has to be changed is not changed by the old one alone', async () => {
  const clockwork = await startClockwork();
  const { world, codes } = clockwork;
  const seed = await assign(clockwork, await arrive(world));
  world.aws.asAdmin(accountId, 'updateLoginProfile', { UserName: userName, PasswordResetRequired: true });
  const changed = { accountId, userName, password, newPassword: 'Another 1 password' };
  expect(await signIn(world)).toMatchObject({ body: { passwordResetRequired: true } });
  expect(await world.signIn(changed)).toMatchObject({ body: { mfaRequired: true } });
  expect(await signIn(world)).toMatchObject({ body: { passwordResetRequired: true } });
  const [mfaCode] = codes(seed, 0);
  expect(await world.signIn({ ...changed, mfaCode })).toMatchObject({ body: { signedIn: true, mfa: true } });
  expect(await signIn(world)).toMatchObject({ status: 401 });
});
