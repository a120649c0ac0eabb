import { expect, test } from 'vitest';
import { GROUPS, inspection, outcome, result } from '../../src/contract/access.ts';
import { ContractError, readContract } from '../../src/contract/read.ts';
import { TASK_INPUTS } from '../../src/contract/tasks.ts';
import { deliverInput, outcomeOf } from '../onboarding/at-portal.ts';
import { dev, samAsPerson } from '../onboarding/examples.ts';

/** As a machine answers: where there is nothing, null. */
const target = { AccountId: dev.id, SignIn: null, Problem: null, Checked: [] };
const inspected = {
  Profile: { Grants: {}, Version: '"v1"', Approvers: { ids: [], emails: [], groups: [] } },
  Targets: [target],
  Users: [{ UserName: 'sam', Effects: [{ AccountId: dev.id, Effect: 'create' }] }],
};
const read = (changed: object) => readContract(inspection, { ...inspected, ...changed }, 'the inspection');

test('what is not there is not there, however a machine says so', () => {
  expect(read({}).Targets).toEqual([{ AccountId: dev.id, SignIn: undefined, Problem: undefined, Checked: [] }]);
});

test.each([
  ['an account', target],
  ['a permission set in an account', { ...target, PermissionSet: { Name: 'Developer', Arn: 'arn' } }],
  ['groups', { ...target, AccountId: GROUPS, Checked: [{ Kind: 'group', Name: 'Engineering', Exists: true }] }],
  ['an account with a problem', { ...target, Problem: { Error: 'AccountNotActive' } }],
])('a target may be %s', (_what, one) => {
  expect(read({ Targets: [one] }).Targets[0]).toMatchObject({ AccountId: one.AccountId });
});

test.each(['create', 'grant', 'has', 'refuse'])('an approval may %s', (Effect) => {
  const Users = [{ UserName: 'sam', Effects: [{ AccountId: dev.id, Effect }] }];
  expect(read({ Users }).Users[0]?.Effects[0]?.Effect).toBe(Effect);
});

test('who is there already is known by the id that nobody gets twice', () => {
  const Found = { UserId: 'u-1', UserName: 'sam' };
  const Users = [{ UserName: 'sam', Effects: [], Found }];
  expect(read({ Users }).Users[0]?.Found).toEqual(Found);
  expect(read({}).Users[0]?.Found).toBeUndefined();
});

test.each([
  ['an unknown effect', { Users: [{ UserName: 'sam', Effects: [{ AccountId: dev.id, Effect: 'delete' }] }] }],
  ['a permission set without its ARN', { Targets: [{ ...target, PermissionSet: { Name: 'Developer' } }] }],
  ['accounts in the place of targets', { Targets: undefined, Accounts: [target] }],
])('%s is not as agreed', (_what, changed) => {
  expect(() => read(changed)).toThrow(ContractError);
});

test.each(['done', 'had', 'pending', 'failed'])(
  'an outcome may be %s; without a word on it they sign in as before',
  (Status) => {
    expect(outcome.parse({ AccountId: dev.id, Status })).toEqual({
      AccountId: dev.id,
      Status,
      FirstSignIn: 'as-before',
    });
  },
);

test.each(['temporary-password', 'portal-code', 'administrator-password', 'company-account', 'as-before'])(
  'a first sign-in may take %s',
  (FirstSignIn) => {
    expect(outcome.parse({ AccountId: dev.id, Status: 'done', FirstSignIn })).toMatchObject({ FirstSignIn });
  },
);

test('an outcome of another kind is not as agreed', () => {
  expect(outcome.safeParse({ AccountId: dev.id, Status: 'maybe' }).success).toBe(false);
  expect(outcome.safeParse({ AccountId: dev.id, Status: 'done', FirstSignIn: 'none' }).success).toBe(false);
});

test('what could not be taken back travels with the person', () => {
  const left = { Error: 'InertUserLeft', Cause: '' };
  expect(result.parse({ ...samAsPerson, left })).toEqual({ ...samAsPerson, Outcomes: [], left });
});

test('names travel where there are any', () => {
  const named = { ...samAsPerson, givenName: 'Sam', familyName: 'Lee', emailAsWritten: 'Sam@partner.example' };
  expect(result.parse(named)).toEqual({ ...named, Outcomes: [] });
});

test('the task deliver is given what it needs to name groups: the profile and what inspection read of it', () => {
  const input = deliverInput([outcomeOf('done', GROUPS)]);
  expect(readContract(TASK_INPUTS.deliver, input, 'the task')).toEqual(input);
  for (const missing of ['profile', 'grants'])
    expect(() => readContract(TASK_INPUTS.deliver, { ...input, [missing]: undefined }, 'the task')).toThrow(missing);
});
