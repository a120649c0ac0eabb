import { expect, test } from 'vitest';
import { GROUPS } from '../../src/contract/access.ts';
import { foundAccess } from '../../src/contract/find-access.ts';
import { issuedPassword } from '../../src/contract/password.ts';
import { keyOfProfile, profileObject } from '../../src/contract/profile-object.ts';
import { readContract } from '../../src/contract/read.ts';
import { accountRef } from '../../src/contract/request.ts';
import { endOfExecution, taskMessage } from '../../src/contract/tasks.ts';
import { trouble } from '../../src/contract/trouble.ts';
import { approved } from '../onboarding/examples.ts';
import { examples } from './examples.ts';

test.each(examples)('of %s nothing is lost at the door', (what, schema, example) => {
  expect(readContract(schema, example, what)).toEqual(example);
});

test.each([
  ['a task without a token', taskMessage, { token: '' }],
  ['a task of no execution', taskMessage, { execution: '' }],
  ['the end of no execution', endOfExecution, { execution: '' }],
  ['the end of something else', endOfExecution, { task: 'report' }],
  [
    'a profile for accounts of another kind',
    profileObject,
    { accounts: { kind: 'some', only: [], ous: [], except: [] } },
  ],
])('%s is not as agreed', (what, schema, changed) => {
  const [, , example] = examples.find(([, each]) => each === schema) ?? [];
  expect(example).toBeDefined();
  expect(() => readContract(schema, { ...example, ...changed }, what)).toThrow(`${what} is not as agreed`);
});

test('what was left out says nothing: no cause, no management account', () => {
  expect(trouble.parse({ Error: 'States.Timeout' })).toEqual({ Error: 'States.Timeout', Cause: '' });
  expect(accountRef.parse({ id: '111122223333', name: 'dev' }).isManagement).toBe(false);
});

test('what stands for groups cannot be taken for an account', () => {
  expect(GROUPS).toMatch(/^[a-z]+$/);
});

test('a profile is where the machines look for it', () => {
  expect(keyOfProfile('developer')).toBe('profiles/developer.json');
});

test('a password comes with whose it is, where it is used, and when it was made', () => {
  const answer = { UserName: 'sam', LoginURL: 'https://dev.example', Password: 'secret', MadeAt: approved.at };
  expect(issuedPassword.parse(answer)).toEqual({
    userName: 'sam',
    loginUrl: 'https://dev.example',
    password: 'secret',
    madeAt: approved.at,
  });
});

const [developer, gone] = ['arn:developer', 'arn:gone'];
const answer = {
  Portal: { LoginURL: 'https://acme.awsapps.com/start', Region: 'eu-west-1', SessionName: 'acme' },
  User: { UserId: 'u-1' },
  Access: [
    { AccountId: '111122223333', PermissionSetArn: developer },
    { AccountId: '222222222222', PermissionSetArn: developer },
    { AccountId: '111122223333', PermissionSetArn: developer },
    { AccountId: '111122223333', PermissionSetArn: gone },
  ],
  PermissionSets: [
    { Arn: developer, Name: 'Developer' },
    { Arn: gone, Name: null },
  ],
  IsMore: true,
};

test('what somebody has is told once each, by name; of what was deleted meanwhile there is none', () => {
  const found = foundAccess.parse(answer);
  expect(found).toStrictEqual({
    session: { name: 'acme', startUrl: 'https://acme.awsapps.com/start', region: 'eu-west-1' },
    userId: 'u-1',
    access: [
      { accountId: '111122223333', permissionSet: 'Developer' },
      { accountId: '222222222222', permissionSet: 'Developer' },
      { accountId: '111122223333' },
    ],
    isMore: true,
  });
});

test.each(['Portal', 'User', 'Access', 'PermissionSets', 'IsMore'])('an answer without %s tells nothing', (missing) => {
  expect(foundAccess.safeParse({ ...answer, [missing]: undefined }).success).toBe(false);
});
