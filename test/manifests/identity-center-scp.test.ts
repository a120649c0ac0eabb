import { expect, test } from 'vitest';
import { textOf } from '../../sandbox/aws/cloudformation/template.ts';
import { evaluate } from '../../sandbox/aws/iam/policy/evaluate.ts';
import { listOf, statementsOf } from '../../sandbox/aws/iam/policy/statement.ts';
import { rolesOf } from './policies.ts';
import { accounts, centerWith, ofType } from './stacks.ts';

const text = textOf('identity-center-scp.json');
const deployer = 'aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_AdministratorAccess_0123456789abcdef';
/** As the guide has it filled in. */
const statements = statementsOf(
  JSON.parse(text.replace('DEPLOYER', 'aws-reserved/sso.amazonaws.com/*AWSReservedSSO_AdministratorAccess_*')),
);

const roleArn = (name: string) => `arn:aws:iam::${accounts.center}:role/${name}`;
/** An SCP allows nothing, it only denies. */
const ask = (role: string, action: string, resource = '*') =>
  evaluate(statements, { action, resource, context: { 'aws:PrincipalArn': roleArn(role) } });

const KmsKeyArn = 'arn:aws:kms:eu-west-1:444444444444:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const roles = rolesOf(centerWith({ KmsKeyArn }));
const actionsOf = (permissions: string[]) => [...new Set(permissions.map((line) => line.split(' ')[0] ?? ''))];

test.each(roles)('$name is denied nothing that it may do', ({ name, permissions }) => {
  expect(actionsOf(permissions).filter((action) => ask(name, action) === 'denied')).toEqual([]);
});

test.each(roles)('$name is denied everything that no role of its kind needs', ({ name }) => {
  const spared = statements.filter(
    ({ NotAction, Condition }) =>
      NotAction && listOf(Condition?.ArnLike?.['aws:PrincipalArn']).some((arn) => arn.endsWith(`/${name}`)),
  );
  expect(spared).toHaveLength(1);
  const alike = roles.filter((role) =>
    listOf(spared[0]?.Condition?.ArnLike?.['aws:PrincipalArn']).some((arn) => arn.endsWith(`/${role.name}`)),
  );
  const needed = actionsOf(alike.flatMap(({ permissions }) => permissions));
  expect(listOf(spared[0]?.NotAction).toSorted()).toEqual(needed.toSorted());
});

test.each([
  ['inspect', 'identitystore:CreateUser'],
  ['inspect', 'sso:CreateAccountAssignment'],
  ['check', 'identitystore:CreateGroupMembership'],
  ['find-access', 'identitystore:ListUsers'],
  ['find-access', 'identitystore:UpdateUser'],
  ['find-access', 'sso:CreateAccountAssignment'],
  ['find-access', 'sso:GetInlinePolicyForPermissionSet'],
  ['provision', 'identitystore:UpdateUser'],
  ['provision', 'identitystore:CreateGroup'],
  ['provision', 'identitystore:ListUsers'],
  ['provision', 'sso:PutInlinePolicyToPermissionSet'],
  ['provision', 'sso:AttachManagedPolicyToPermissionSet'],
  ['provision', 'sso:CreatePermissionSet'],
  ['provision', 'sso:DeleteAccountAssignment'],
  ['provision', 'sso:UpdateInstance'],
  ['provision', 'iam:CreateRole'],
  ['provision', 'sts:AssumeRole'],
  ['provision', 's3:GetObject'],
])('whatever its role allows, %s can never do %s', (name, action) => {
  expect(ask(`boarding-pass-${name}-identity-center`, action)).toBe('denied');
});

const changing = ['iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy', 'iam:AttachRolePolicy', 'iam:DeleteRole'];

test.each(roles.map(({ name }) => name))('only who deploys changes the role %s, or makes it anew', (name) => {
  for (const action of [...changing, 'iam:CreateRole']) {
    for (const somebody of ['Administrator', 'boarding-pass-provision-identity-center', `x/${deployer}`])
      expect(ask(somebody, action, roleArn(name)), `${somebody} ${action}`).toBe('denied');
    expect(ask(deployer, action, roleArn(name))).not.toBe('denied');
  }
});

test('nobody else is limited in anything else: other roles, and other actions', () => {
  expect(ask('Administrator', 'iam:PutRolePolicy', roleArn('Developer'))).not.toBe('denied');
  // Those of member-account.yaml, which a StackSet makes in every account.
  expect(ask('stacksets-exec-0123', 'iam:CreateRole', roleArn('boarding-pass-inspect-iam-user'))).not.toBe('denied');
  for (const action of ['sso:PutInlinePolicyToPermissionSet', 'identitystore:UpdateUser', 's3:GetObject'])
    expect(ask('Administrator', action)).not.toBe('denied');
});

test('the names in it are those of the template’s roles, and it only denies', () => {
  const named = [...text.matchAll(/role\/(boarding-pass-[a-z-]+)"/g)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(roles.map(({ name }) => name).toSorted());
  expect(
    ofType(centerWith({}), 'AWS::IAM::Role').every(({ ref }) => /^boarding-pass-.*-identity-center$/.test(ref)),
  ).toBe(true);
  expect(statements.filter(({ Effect }) => Effect !== 'Deny')).toEqual([]);
});

// AWS Organizations, Quotas: white space counts where a file is handed over.
test('it is not longer than AWS Organizations takes', () => {
  expect(text.length).toBeLessThan(5_120);
});
