import { expect, test } from 'vitest';
import { iamUser } from '../../../src/methods/iam-user/iam-user.ts';

const changePassword = 'arn:aws:iam::aws:policy/IAMUserChangePassword';

test('an approver reads groups and policies; AWS’s own policies by their names, and others in full', () => {
  const own = 'arn:aws:iam::111122223333:policy/IAMUserChangePassword';
  expect(iamUser.show({ groups: ['Developers'], policyArns: [changePassword, own] })).toEqual([
    { kind: 'groups', names: ['Developers'] },
    { kind: 'policies', names: ['IAMUserChangePassword', own] },
  ]);
  const hostile = `arn:aws:iam::111122223333:policy/${changePassword}`;
  expect(iamUser.show({ policyArns: [hostile] })).toContainEqual({ kind: 'policies', names: [hostile] });
});

test('grants that say nothing give nothing', () => {
  expect(iamUser.show({})).toEqual([
    { kind: 'groups', names: [] },
    { kind: 'policies', names: [] },
  ]);
});

test.each([
  ['a policy of AWS that lets them', { groups: [], policyArns: [changePassword] }, 0],
  [
    'the policy of the account’s stack',
    { groups: [], policyArns: ['arn:aws:iam::111122223333:policy/boarding-pass-own-sign-in'] },
    0,
  ],
  ['a group, which may let them', { groups: ['Developers'], policyArns: [] }, 0],
  ['another policy alone', { groups: [], policyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] }, 1],
  [
    'a policy whose name only begins like one that lets them',
    { groups: [], policyArns: ['arn:aws:iam::111122223333:policy/AdministratorAccessToBackups'] },
    1,
  ],
  ['nothing', { groups: [], policyArns: [] }, 1],
])('with %s, whether people can change their password is warned of: %j', (_what, grants, count) => {
  const warnings = iamUser.warnings(grants);
  expect(warnings).toHaveLength(count);
  for (const warning of warnings) expect(warning).toContain(`add ${changePassword} to policyArns`);
});

const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
test('the stacks must allow each group and policy once', () => {
  const all = [
    { groups: ['A', 'B'], policyArns: [changePassword] },
    { groups: ['B'], policyArns: [changePassword, readOnly] },
  ];
  const profiles = all.map((grants) => ({ grants, accounts: { only: undefined } }));
  expect(iamUser.toAllow(profiles, {})).toEqual([
    expect.stringMatching(/^What member-account.yaml has to allow for it, as its parameters/),
    '  AllowedGroupArns=arn:aws:iam::*:group/A,arn:aws:iam::*:group/B',
    `  AllowedPolicyArns=${changePassword},${readOnly}`,
  ]);
});

test('a user is made in each account', () => {
  expect([0, 1, 10].map((accounts) => iamUser.targetsIn(accounts, {}))).toEqual([0, 1, 10]);
  expect(iamUser.takesAccounts({})).toBe(true);
});

test('the stacks of another partition must allow groups of theirs', () => {
  const grants = { groups: ['A'], policyArns: ['arn:aws-eusc:iam::aws:policy/ReadOnlyAccess'] };
  expect(iamUser.toAllow([{ grants, accounts: { only: undefined } }], {})).toContain(
    '  AllowedGroupArns=arn:aws-eusc:iam::*:group/A',
  );
});
