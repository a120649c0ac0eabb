import {
  CreateUserCommand,
  DeleteUserCommand,
  GetUserCommand,
  TagUserCommand,
  UpdateAccountPasswordPolicyCommand,
  UpdateLoginProfileCommand,
} from '@aws-sdk/client-iam';
import { beforeAll, expect, test } from 'vitest';
import { accounts } from '../../manifests/stacks.ts';
import { createMember, type MemberAccount } from './account.ts';
import { deployHome } from './deploy.ts';
import { createMachines, outputOf } from './machines.ts';
import { useMoto } from './moto.ts';
import { hearNotices } from './notices.ts';

const moto = useMoto();
const machines = createMachines(moto);
let dev: MemberAccount;
let strict: MemberAccount;
let notices: Awaited<ReturnType<typeof hearNotices>>;

beforeAll(async () => {
  if (!moto.isThere) return;
  await deployHome(await moto.admin(accounts.home));
  notices = await hearNotices(moto);
  dev = await createMember(moto, '222222222222');
  strict = await createMember(moto, '333333333333', { alias: 'kumo-strict' });
});

/** A user as provision-iam-user leaves them, but for what a test changes; IAM's id of them. */
async function onboarded({ iam }: MemberAccount, UserName: string, tags: Record<string, string> = {}): Promise<string> {
  const all = {
    'onboarding:claimant': 'U0YUKI',
    'onboarding:claim': 'open',
    'onboarding:claim-until': '2126-11-25T04:06:00Z',
    ...tags,
  };
  const Tags = Object.entries(all).map(([Key, Value]) => ({ Key, Value }));
  const { User } = await iam.send(new CreateUserCommand({ UserName, Path: '/onboarded/', Tags }));
  return User?.UserId ?? '';
}

/** As with the button of a user who is there, or was. */
async function issue({ id, iam }: MemberAccount, UserName: string, more: object = {}) {
  const UserId = await iam.send(new GetUserCommand({ UserName })).then(
    ({ User }) => User?.UserId ?? '',
    () => 'AIDAGONE',
  );
  const claim = { AccountId: id, UserName, UserId, ClaimedBy: 'U0YUKI', Reissue: false };
  return machines.run('issue-password', JSON.parse(JSON.stringify({ ...claim, ...more })));
}

type Issued = { UserName: string; LoginURL: string; Password: string };
const issued = async (...given: Parameters<typeof issue>) => outputOf(await issue(...given)) as Issued;

const passwordsSet = () =>
  machines.calls
    .filter(({ action }) => /LoginProfile$/.test(action))
    .flatMap(({ parameters }) => parameters.Password ?? []);

test('the first click makes a login profile whose password must be changed', async () => {
  await onboarded(dev, 'yuki');

  const { Password, ...rest } = await issued(dev, 'yuki');

  expect(rest).toEqual({
    UserName: 'yuki',
    LoginURL: 'https://222222222222.signin.aws.amazon.com/console',
    MadeAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  });
  expect(Password).toMatch(/^[^0O1lI",./:;<>?\\`~&*_|' ]{24}$/);
  expect(passwordsSet().at(-1)).toBe(Password);
  expect(await dev.user('yuki')).toMatchObject({ mustChangePassword: true });
});

test('a second click is told that it was shown, and a wanted new one replaces it', async () => {
  await onboarded(dev, 'mei');
  const first = await issued(dev, 'mei');
  const set = passwordsSet().length;

  expect(await issue(dev, 'mei')).toMatchObject({ status: 'FAILED', error: 'AlreadyShown' });
  expect(passwordsSet()).toHaveLength(set);

  const second = await issued(dev, 'mei', { Reissue: true });
  expect(second.Password).not.toBe(first.Password);
  expect(passwordsSet().at(-1)).toBe(second.Password);
  expect(machines.calls.at(-1)?.action).toBe('iam:updateLoginProfile');
  expect(await dev.user('mei')).toMatchObject({ mustChangePassword: true });
});

test('who has set a password of their own is left alone', async () => {
  await onboarded(dev, 'sora');
  await issued(dev, 'sora');
  await dev.iam.send(
    new UpdateLoginProfileCommand({ UserName: 'sora', PasswordResetRequired: false, Password: 'own' }),
  );

  expect(await issue(dev, 'sora', { Reissue: true })).toMatchObject({ status: 'FAILED', error: 'AlreadySignedIn' });
});

test.each([
  ['who is not the claimant', 'riku', { 'onboarding:claimant': 'U0KEN' }, 'NotYours'],
  ['a closed claim', 'haru', { 'onboarding:claim': 'closed' }, 'ClaimClosed'],
  ['a claim that is over', 'ren', { 'onboarding:claim-until': '2026-01-01T00:00:00Z' }, 'ClaimClosed'],
])('%s gets no password', async (_who, userName, tags, error) => {
  await onboarded(dev, userName, tags);
  const set = passwordsSet().length;

  expect(await issue(dev, userName)).toMatchObject({ status: 'FAILED', error });
  expect(passwordsSet()).toHaveLength(set);
});

test('a claim that is closed by hand gives no more passwords, not even a new one', async () => {
  await onboarded(dev, 'aoi');
  await issued(dev, 'aoi');
  await dev.iam.send(new TagUserCommand({ UserName: 'aoi', Tags: [{ Key: 'onboarding:claim', Value: 'closed' }] }));

  expect(await issue(dev, 'aoi', { Reissue: true })).toMatchObject({ error: 'ClaimClosed' });
});

test('a user who is in another account only is not found, and one whom we did not make is nobody’s', async () => {
  await onboarded(strict, 'kai');
  await dev.addStranger('omar');

  expect(await issue(dev, 'kai')).toMatchObject({ status: 'FAILED', error: 'UserNotFound' });
  expect(await issue(dev, 'omar')).toMatchObject({ status: 'FAILED', error: 'NotYours' });
});

test('a user who was deleted and made anew under the name is somebody else to the old button', async () => {
  const UserId = await onboarded(dev, 'emi');
  await dev.iam.send(new DeleteUserCommand({ UserName: 'emi' }));
  await onboarded(dev, 'emi');

  expect(await issue(dev, 'emi', { UserId })).toMatchObject({ status: 'FAILED', error: 'NotYours' });
  expect(await issued(dev, 'emi')).toMatchObject({ UserName: 'emi' });
});

test('who does not say which user is meant gets nothing', async () => {
  await onboarded(dev, 'riko');
  expect(await issue(dev, 'riko', { UserId: undefined })).toMatchObject({ status: 'FAILED', error: 'NotYours' });
});

// moto takes any password, so what the account's policy asks for is looked at here.
test('where the account asks for more, the password has it', async () => {
  await strict.iam.send(
    new UpdateAccountPasswordPolicyCommand({
      MinimumPasswordLength: 40,
      RequireLowercaseCharacters: true,
      RequireUppercaseCharacters: true,
      RequireNumbers: true,
      RequireSymbols: true,
    }),
  );
  await onboarded(strict, 'nao');

  const { Password, LoginURL } = await issued(strict, 'nao');

  expect(Password.length).toBeGreaterThanOrEqual(40);
  for (const kind of [/[a-z]/, /[A-Z]/, /[0-9]/, /[!@#$%^&*()_+\-=[\]{}|']/]) expect(Password).toMatch(kind);
  expect(LoginURL).toBe('https://kumo-strict.signin.aws.amazon.com/console');
});

test('whoever audits hears of each password that is issued, and never reads one', async () => {
  await onboarded(dev, 'lena');
  await notices();

  const { Password } = await issued(dev, 'lena');

  const heard = await notices();
  expect(heard.map(({ Message }) => JSON.parse(Message))).toMatchObject([{ account: dev.id, userName: 'lena' }]);
  expect(JSON.stringify(heard)).not.toContain(Password);
});
