import { expect, test } from 'vitest';
import { createAccounts } from '../../../sandbox/aws/iam/accounts.ts';
import { type IamActionName, iam } from '../../../sandbox/aws/iam/iam.ts';
import { createDevice } from '../../../sandbox/aws/iam/mfa/devices.ts';
import { violationOf } from '../../../sandbox/aws/iam/password-policy.ts';
import type { JsonObject } from '../../../sandbox/aws/json.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import type { Account } from '../../../sandbox/organization/organization.ts';

/** An account of its own for a test, and a way to call its IAM. */
function createIam(id = '111122223333') {
  const account = createAccounts(kumoworks).get(id);
  if (!account) throw new Error(`There is no account ${id}.`);
  return (action: IamActionName, parameters: JsonObject) => iam[action].run(account, parameters);
}

const UserName = 'yuki@kumoworks.example';
const PolicyArn = 'arn:aws:iam::aws:policy/IAMUserChangePassword';
const named = (name: string) => expect.objectContaining({ name });

test('names differ by more than case, and are kept as typed', () => {
  const call = createIam();
  call('createUser', { UserName: 'Yuki' });

  expect(() => call('createUser', { UserName: 'yuki' })).toThrow(named('Iam.EntityAlreadyExistsException'));
  expect(call('getUser', { UserName: 'YUKI' })).toMatchObject({ User: { UserName: 'Yuki', Path: '/' } });
});

test.each(['', 'y'.repeat(65), '由紀', 'yuki tanaka', 'a/b'])('the user name "%s" is refused', (name) => {
  expect(() => createIam()('createUser', { UserName: name })).toThrow(named('Iam.IamException'));
});

test('a name that is too long is refused by naming the field', () => {
  expect(() => createIam()('createUser', { UserName: 'y'.repeat(65) })).toThrow(
    /^1 validation error detected: Value at 'userName' failed to satisfy constraint: .*64.* \(Service: Iam, Status Code: 400/,
  );
});

test('what AWS says of a user who exists, and of one who does not', () => {
  const call = createIam();
  call('createUser', { UserName });

  expect(() => call('createUser', { UserName })).toThrow(
    /^User with name yuki@kumoworks.example already exists. \(Service: Iam, Status Code: 409, Request ID: [-0-9a-f]{36}\)$/,
  );
  expect(() => call('getUser', { UserName: 'sam' })).toThrow(/^The user with name sam cannot be found. \(Service: Iam/);
});

test('GetUser names tags only if there are any', () => {
  const call = createIam();
  call('createUser', { UserName });
  call('createUser', { UserName: 'sam', Tags: [{ Key: 'onboarding:request', Value: 'V01' }] });

  expect(call('getUser', { UserName }).User).not.toHaveProperty('Tags');
  expect(call('getUser', { UserName: 'sam' })).toMatchObject({
    User: { Tags: [{ Key: 'onboarding:request', Value: 'V01' }] },
  });
});

test.each([
  ['51', Array.from({ length: 51 }, (_, index) => ({ Key: `k${index}`, Value: '' })), 'Iam.IamException'],
  ['a forbidden character', [{ Key: 'by', Value: 'Aiko <aiko>' }], 'Iam.IamException'],
  ['257 characters', [{ Key: 'by', Value: 'x'.repeat(257) }], 'Iam.IamException'],
  ['the same key twice', ['By', 'by'].map((Key) => ({ Key, Value: 'x' })), 'Iam.InvalidInputException'],
])('tags with %s are refused', (_what, Tags, error) => {
  expect(() => createIam()('createUser', { UserName, Tags })).toThrow(named(error));
});

test('a user goes only after everything of theirs is gone', () => {
  const call = createIam();
  const conflict = named('Iam.DeleteConflictException');
  call('createUser', { UserName });
  call('addUserToGroup', { UserName, GroupName: 'developers' });
  call('attachUserPolicy', { UserName, PolicyArn });
  call('attachUserPolicy', { UserName, PolicyArn });

  expect(() => call('deleteUser', { UserName })).toThrow(conflict);
  call('detachUserPolicy', { UserName, PolicyArn });
  expect(() => call('detachUserPolicy', { UserName, PolicyArn })).toThrow(named('Iam.NoSuchEntityException'));
  expect(() => call('deleteUser', { UserName })).toThrow(conflict);
  call('removeUserFromGroup', { UserName, GroupName: 'Developers' });
  call('deleteUser', { UserName });
  expect(() => call('getUser', { UserName })).toThrow(named('Iam.NoSuchEntityException'));
});

test('a user does not go before their MFA devices', () => {
  const account = createAccounts(kumoworks).get('222233334444');
  const omar = account?.users.get('omar@kumoworks.example');
  if (!account || !omar) throw new Error('Omar should be there.');
  omar.mfaDevices.push(createDevice(account, 'phone'));
  expect(() => iam.deleteUser.run(account, { UserName: omar.userName })).toThrow('deactivate all MFA devices');
});

test('groups, policies and boundaries must be there', () => {
  const call = createIam();
  call('createUser', { UserName });

  for (const [action, parameters] of [
    ['addUserToGroup', { UserName, GroupName: 'Pilots' }],
    ['getGroup', { GroupName: 'Pilots' }],
    ['attachUserPolicy', { UserName, PolicyArn: `${PolicyArn}s` }],
    ['createUser', { UserName: 'sam', PermissionsBoundary: 'arn:aws:iam::111122223333:policy/none' }],
    ['getAccountPasswordPolicy', {}],
    ['getLoginProfile', { UserName }],
    ['updateLoginProfile', { UserName, Password: 'x' }],
  ] as const) {
    expect(() => call(action, parameters), action).toThrow(named('Iam.NoSuchEntityException'));
  }
});

test('a login profile is made once, updated, and held to the policy', () => {
  const call = createIam('111122224444');
  const strong = 'Aa1!'.repeat(8);
  call('createUser', { UserName });

  const weak = { UserName, Password: 'Aa1!'.repeat(7) };
  expect(() => call('createLoginProfile', weak)).toThrow(named('Iam.PasswordPolicyViolationException'));
  call('createLoginProfile', { UserName, Password: strong, PasswordResetRequired: true });
  expect(() => call('createLoginProfile', { UserName, Password: strong })).toThrow(
    named('Iam.EntityAlreadyExistsException'),
  );
  call('updateLoginProfile', { UserName, PasswordResetRequired: false });
  expect(call('getLoginProfile', { UserName })).toMatchObject({ LoginProfile: { PasswordResetRequired: false } });
  expect(JSON.stringify(call('getLoginProfile', { UserName }))).not.toContain(strong);
});

const account: Account = {
  id: '1',
  name: 'Payments-dev-1',
  email: 'aws@kumoworks.example',
  parent: 'r',
  state: 'ACTIVE',
  groups: [],
};

test.each([
  ['Abcdefg1', true],
  ['Abcdef1', false],
  ['abcdefg1', false],
  ['abcdef1?', false],
  ['abcdef1!', true],
  ['Payments-dev-1', false],
  ['Äbcdefg1!', true],
  ['パスワード Abc1!', false],
  [`Aa1${'x'.repeat(126)}`, false],
])('the default policy on %s: %s', (password, isFine) => {
  expect(violationOf(password, account) === undefined).toBe(isFine);
});
