import { expect, test } from 'vitest';
import { fromBase32 } from '../../../sandbox/aws/iam/mfa/base32.ts';
import { codeOf, stepAt } from '../../../sandbox/aws/iam/mfa/one-time-codes.ts';
import { kumoworks } from '../../../sandbox/organization.ts';
import { createAccountsReader } from '../../../sandbox/page/read/accounts.ts';
import { onboard, request, startWorld, type World, yuki } from './world.ts';

const userName = yuki.userName;
const password = 'My own 1 password';
const accountId = '111122223333';
const incorrect = 'Your authentication information is incorrect. Please try again.';

/** A world whose clock for codes a test moves on: in steps, each of which has a code of its own. */
async function startClockwork() {
  let steps = stepAt(Date.now());
  const world = await startWorld({ now: () => steps * 30_000 });
  return {
    world,
    wait: (count: number) => {
      steps += count;
    },
    /** Codes of an authenticator: of now, or of so many steps away. */
    codes: (seed: string, ...away: number[]) =>
      away.map((by) => codeOf(fromBase32(seed) ?? new Uint8Array(), steps + by)),
  };
}
type Clockwork = Awaited<ReturnType<typeof startClockwork>>;

/** Somebody who was onboarded, with a password of their own; signed in without MFA. @returns their session */
async function arrive(world: World, { groups = ['Developers'], policies }: Parameters<typeof request>[0] = {}) {
  await onboard(world, request({ groups, ...(policies && { policies }) }));
  const claim = { AccountId: accountId, UserName: userName, ClaimedBy: 'U0YUKI', Reissue: false };
  const { output = '' } = await world.issue(claim);
  const first = { accountId, userName, password: JSON.parse(output).Password };
  const { body } = await world.signIn({ ...first, newPassword: password });
  return body.session as string;
}

const signIn = (world: World, mfaCode?: string) => world.signIn({ accountId, userName, password, mfaCode });

/** Assigns a device with the two codes before the present one, which is so left for signing in. @returns its seed */
async function assign({ world, codes }: Clockwork, session: string, name = 'phone'): Promise<string> {
  const { body } = await world.act({ session, action: 'create-mfa-device', name });
  const { serialNumber, seed } = body;
  const enabled = await world.act({ session, action: 'enable-mfa-device', serialNumber, codes: codes(seed, -2, -1) });
  expect(enabled).toEqual({ status: 200, body: { enabled: true } });
  return seed;
}

const refused = (action: string, why: string) =>
  `User: arn:aws:iam::${accountId}:user/onboarded/${userName} is not authorized to perform: ${action} ${why}`;
const byBoundary = 'with an explicit deny in a permissions boundary';

test.each([
  ['s3', 's3:ListAllMyBuckets', [`payments-dev-artifacts-${accountId}`, `payments-dev-logs-${accountId}`]],
  ['ec2', 'ec2:DescribeInstances', ['payments-dev-bastion']],
])('%s opens once somebody signed in with MFA, and not before', async (service, action, items) => {
  const clockwork = await startClockwork();
  const { world, codes } = clockwork;
  const session = await arrive(world);
  const before = { status: 403, body: { code: 'AccessDenied', error: refused(action, byBoundary) } };
  expect(await world.act({ session, action: 'open', service })).toEqual(before);

  const seed = await assign(clockwork, session);
  expect(await world.act({ session, action: 'open', service })).toEqual(before);

  const [code] = codes(seed, 0);
  expect(await signIn(world)).toEqual({ status: 200, body: { mfaRequired: true } });
  expect(await signIn(world, '')).toEqual({ status: 200, body: { mfaRequired: true } });
  const welcome = await signIn(world, code);
  expect(welcome).toEqual({ status: 200, body: { signedIn: true, mfa: true, session: expect.any(String) } });
  expect(await world.act({ session: welcome.body.session, action: 'open', service })).toEqual({
    status: 200,
    body: { service, items },
  });
});

test('IAM stays closed by the boundary, with MFA as without', async () => {
  const clockwork = await startClockwork();
  const { world, codes } = clockwork;
  const seed = await assign(clockwork, await arrive(world));
  const { body } = await signIn(world, codes(seed, 0)[0]);
  expect(await world.act({ session: body.session, action: 'open', service: 'iam' })).toMatchObject({
    status: 403,
    body: { error: refused(`iam:ListUsers on resource: arn:aws:iam::${accountId}:user/`, byBoundary) },
  });
});

test('who is in no group with the policy for it cannot set up MFA, only change the password', async () => {
  const { world } = await startClockwork();
  const session = await arrive(world, { groups: [] });
  expect(await world.act({ session, action: 'create-mfa-device', name: 'phone' })).toMatchObject({
    status: 403,
    body: {
      error: refused(
        `iam:CreateVirtualMFADevice on resource: arn:aws:iam::${accountId}:mfa/phone`,
        'because no identity-based policy allows the iam:CreateVirtualMFADevice action',
      ),
    },
  });
});

test('a group with the policy for it is enough to change the password', async () => {
  const { world } = await startClockwork();
  expect(await arrive(world, { policies: [] })).toEqual(expect.any(String));
});

test('nobody changes a password who is given nothing', async () => {
  const { world } = await startClockwork();
  expect(await arrive(world, { groups: [], policies: [] })).toBeUndefined();
  expect(await signIn(world)).toMatchObject({ status: 401 });
});

test('a user of before, without a boundary, sees what their policies let them see', async () => {
  const { world } = await startClockwork();
  const omar = { UserName: 'omar@kumoworks.example' };
  const search = '222233334444';
  world.aws.asAdmin(search, 'createLoginProfile', { ...omar, Password: password });
  world.aws.asAdmin(search, 'attachUserPolicy', { ...omar, PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' });
  const { body } = await world.signIn({ accountId: search, userName: omar.UserName, password });
  expect(body).toMatchObject({ signedIn: true, mfa: false });
  const open = (service: string) => world.act({ session: body.session, action: 'open', service });
  expect(await open('iam')).toMatchObject({ status: 200, body: { items: ['omar@kumoworks.example'] } });
  expect(await open('s3')).toMatchObject({ status: 200 });
});

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

test('a session is of one person in one account, and nobody else’s', async () => {
  const clockwork = await startClockwork();
  const { world, codes } = clockwork;
  const session = await arrive(world);
  const { body } = await world.act({ session, action: 'create-mfa-device', name: 'phone' });
  const enable = { action: 'enable-mfa-device', serialNumber: body.serialNumber, codes: codes(body.seed, -2, -1) };
  const signedOut = { code: 'signed-out', error: 'Your session has expired. Please sign in again.' };
  expect(await world.act({ ...enable, session: 'guessed' })).toEqual({ status: 401, body: signedOut });

  const [UserName, search] = ['omar@kumoworks.example', '222233334444'];
  world.aws.asAdmin(search, 'createLoginProfile', { UserName, Password: password });
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
  world.aws.asAdmin(search, 'attachUserPolicy', { UserName, PolicyArn });
  const omar = await world.signIn({ accountId: search, userName: UserName, password });
  const elsewhere = await world.act({ ...enable, session: omar.body.session });
  expect(elsewhere).toMatchObject({ status: 404, body: { code: 'NoSuchEntity' } });
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

test('a seed is in the answer that made it and nowhere else; that there is a device, everybody sees', async () => {
  const clockwork = await startClockwork();
  const { world, codes } = clockwork;
  const seed = await assign(clockwork, await arrive(world));
  expect(seed).toMatch(/^[A-Z2-7]{64}$/);
  await signIn(world, codes(seed, 0)[0]);
  const pages = await Promise.all(['/aws', '/executions', '/mail'].map((path) => fetch(`${world.url}${path}`)));
  const texts = await Promise.all(pages.map((page) => page.text()));
  texts.push(JSON.stringify(createAccountsReader(world.aws.look, kumoworks)('')));
  const hex = Buffer.from(fromBase32(seed) ?? '').toString('hex');
  expect(texts.filter((text) => text.includes(seed) || text.includes(hex))).toEqual([]);
  expect(texts.filter((text) => /"seed"|usedUpTo/.test(text))).toEqual([]);
  expect(await world.user(accountId, userName)).toMatchObject({
    mfaDevices: [`arn:aws:iam::${accountId}:mfa/phone`],
    mfaLastUsed: expect.any(String),
  });
});

test.each([
  { action: 'open', session: 'x', service: 'lambda' },
  { action: 'close', session: 'x' },
  { action: 'enable-mfa-device', session: 'x', serialNumber: 'y', codes: ['1'] },
])('the console has no %j', async (body) => {
  const { world } = await startClockwork();
  expect(await world.act(body)).toMatchObject({ status: 400 });
});
