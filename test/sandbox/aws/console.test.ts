import { expect, test } from 'vitest';
import { fromBase32 } from '../../../sandbox/aws/iam/mfa/base32.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { createAccountsReader } from '../../../sandbox/page/read/accounts.ts';
import { accountId, arrive, assign, password, signIn, startClockwork, userName } from './clockwork.ts';

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
  expect(await arrive(world, { policyArns: [] })).toEqual(expect.any(String));
});

test('nobody changes a password who is given nothing', async () => {
  const { world } = await startClockwork();
  expect(await arrive(world, { groups: [], policyArns: [] })).toBeUndefined();
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
