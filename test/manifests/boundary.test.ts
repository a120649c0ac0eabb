import { expect, test } from 'vitest';
import { evaluate } from '../../sandbox/aws/iam/policy/evaluate.ts';
import { listOf, statementsOf } from '../../sandbox/aws/iam/policy/statement.ts';
import { accounts, member, memberWith, resourceOf } from './stacks.ts';

const arn = (rest: string) => `arn:aws:iam::${accounts.member}:${rest}`;
const aiko = arn('user/onboarded/aiko@example.com');
const ken = arn('user/onboarded/ken@example.com');
const administrator = arn('role/Administrator');
const deployer = 'arn:aws:iam::333333333333:role/Deployer';

const policyOf = (id: string, stack = member) => statementsOf(resourceOf(stack, id).properties.PolicyDocument);
const signedIn = { 'aws:username': 'aiko@example.com', 'aws:MultiFactorAuthPresent': 'false' };
const withMfa = { ...signedIn, 'aws:MultiFactorAuthPresent': 'true' };
const withAccessKey = { 'aws:username': 'aiko@example.com' };

const beforeMfa = [
  ['changes the own password', 'iam:ChangePassword', aiko],
  ['reads the rules for passwords', 'iam:GetAccountPasswordPolicy', '*'],
  ['makes an MFA device', 'iam:CreateVirtualMFADevice', arn('mfa/phone')],
  ['puts it on the own user', 'iam:EnableMFADevice', aiko],
  ['looks at the own user', 'iam:GetUser', aiko],
  ['looks at the own MFA devices', 'iam:ListMFADevices', aiko],
  ['looks at one of them', 'iam:GetMFADevice', aiko],
  ['looks for free MFA devices', 'iam:ListVirtualMFADevices', arn('mfa/')],
  ['sets the clock of an MFA device', 'iam:ResyncMFADevice', aiko],
] as const;

test.each(beforeMfa)('without MFA somebody %s', (_what, action, resource) => {
  expect(evaluate(policyOf('Boundary'), { action, resource, context: signedIn })).toBe('allowed');
  expect(evaluate(policyOf('OwnSignIn'), { action, resource, context: signedIn })).toBe('allowed');
});

test('without MFA nobody does anything else, but ask for a session with MFA', () => {
  const mfa = policyOf('Boundary').find(({ Condition }) => Condition !== undefined);
  const actions = beforeMfa.map(([, action]) => action);
  expect(listOf(mfa?.NotAction).toSorted()).toEqual([...actions, 'sts:GetSessionToken'].toSorted());
});

test.each([
  ['looks at instances', 'ec2:DescribeInstances', '*'],
  ['reads an object', 's3:GetObject', 'arn:aws:s3:::bucket/key'],
])('only with MFA somebody %s, if a policy lets them', (_what, action, resource) => {
  const boundary = policyOf('Boundary');
  expect(evaluate(boundary, { action, resource, context: withMfa })).toBe('allowed');
  expect(evaluate(boundary, { action, resource, context: signedIn })).toBe('denied');
  expect(evaluate(boundary, { action, resource, context: withAccessKey })).toBe('denied');
});

test.each([
  ['change the password of somebody else', 'iam:ChangePassword', ken],
  ['take the MFA device of somebody else', 'iam:EnableMFADevice', ken],
  ['look at somebody else', 'iam:GetUser', ken],
])('nobody can %s', (_what, action, resource) => {
  expect(evaluate(policyOf('Boundary'), { action, resource, context: withMfa })).toBe('not allowed');
});

test.each([
  ['put the own MFA device away', 'iam:DeactivateMFADevice', aiko],
  ['make themselves an access key', 'iam:CreateAccessKey', aiko],
  ['attach a policy to themselves', 'iam:AttachUserPolicy', aiko],
  ['write themselves a policy', 'iam:PutUserPolicy', aiko],
  ['take their boundary off', 'iam:DeleteUserPermissionsBoundary', aiko],
  ['change their tags', 'iam:TagUser', aiko],
  ['change the boundary', 'iam:CreatePolicyVersion', arn('policy/boarding-pass-boundary')],
  ['join a group', 'iam:AddUserToGroup', arn('group/Administrators')],
  ['create a user', 'iam:CreateUser', arn('user/eve')],
  ['create a role', 'iam:CreateRole', arn('role/eve')],
  ['change whom a role trusts', 'iam:UpdateAssumeRolePolicy', administrator],
  ['delete an MFA device', 'iam:DeleteVirtualMFADevice', arn('mfa/phone')],
  ['put a role on an instance', 'iam:AddRoleToInstanceProfile', arn('instance-profile/web')],
  ['let others sign in by SAML', 'iam:UpdateSAMLProvider', arn('saml-provider/corp')],
  ['let others sign in by OIDC', 'iam:CreateOpenIDConnectProvider', arn('oidc-provider/example.com')],
  ['take a certificate away', 'iam:DeleteServerCertificate', arn('server-certificate/web')],
  ['hand a role to a service', 'iam:PassRole', administrator],
  ['change the rules for passwords', 'iam:UpdateAccountPasswordPolicy', '*'],
  ['rename the account', 'iam:UpdateAccountName', '*'],
  ['change the sign-in address', 'iam:CreateAccountAlias', '*'],
  ['take the sign-in address away', 'iam:DeleteAccountAlias', '*'],
  ['change which tokens the account gets', 'iam:SetSecurityTokenServicePreferences', '*'],
  ['manage the root users of the organization', 'iam:EnableOrganizationsRootCredentialsManagement', '*'],
  ['or stop that', 'iam:DisableOrganizationsRootCredentialsManagement', '*'],
  ['let the account’s identities out', 'iam:EnableOutboundWebIdentityFederation', '*'],
  ['upload a key of CloudFront', 'iam:UploadCloudFrontPublicKey', '*'],
  ['change a key of CloudFront', 'iam:UpdateCloudFrontPublicKey', '*'],
  ['delete a key of CloudFront', 'iam:DeleteCloudFrontPublicKey', '*'],
  ['leave the organization', 'organizations:LeaveOrganization', '*'],
  ['change the account’s contacts', 'account:PutAlternateContact', '*'],
  ['assign a permission set', 'sso:CreateAccountAssignment', '*'],
  ['change the directory of Identity Center', 'sso-directory:CreateUser', '*'],
  ['create a user in Identity Center', 'identitystore:CreateUser', '*'],
  ['assume a role', 'sts:AssumeRole', administrator],
  ['become the root user of an account', 'sts:AssumeRoot', arn('root')],
])('whatever their policies say, nobody can %s', (_what, action, resource) => {
  expect(evaluate(policyOf('Boundary'), { action, resource, context: withMfa })).toBe('denied');
});

test('with MFA the boundary limits identities and roles, and nothing else', () => {
  const [rest, ...others] = policyOf('Boundary').filter(({ Condition }) => Condition === undefined);
  expect(rest).toMatchObject({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' });
  const denying = others.filter(({ Effect }) => Effect === 'Deny');
  const services = new Set(denying.flatMap(({ Action }) => listOf(Action)).map((action) => action.split(':')[0]));
  const identities = ['iam', 'organizations', 'account', 'sso', 'sso-directory', 'identitystore', 'sts'];
  expect(services).toEqual(new Set(identities));
  const ofIam = denying.find(({ NotAction }) => NotAction !== undefined);
  const own = beforeMfa.filter(([, , resource]) => resource !== '*').map(([, action]) => action);
  expect(listOf(ofIam?.NotAction).toSorted()).toEqual([...own, 'sts:*'].toSorted());
  expect(listOf(ofIam?.Resource).filter((resource) => !resource.startsWith('arn:aws:iam::'))).toEqual([]);
});

test('the roles that the stack is given may be assumed, with MFA, and no others', () => {
  const boundary = policyOf('Boundary', memberWith({ AssumableRoleArns: deployer }));
  const assume = (resource: string, context: Record<string, string>) =>
    evaluate(boundary, { action: 'sts:AssumeRole', resource, context });
  expect(assume(deployer, withMfa)).toBe('allowed');
  expect(assume(deployer, signedIn)).toBe('denied');
  expect(assume(administrator, withMfa)).toBe('denied');
});

test('what people need to sign in is allowed within the boundary, and nothing more', () => {
  const boundary = policyOf('Boundary').filter(({ Effect, NotAction }) => Effect === 'Allow' && !NotAction);
  expect(policyOf('OwnSignIn')).toEqual(boundary);
});

test('the boundary is not longer than IAM takes', () => {
  const text = JSON.stringify(resourceOf(member, 'Boundary').properties.PolicyDocument);
  expect(text.replace(/\s/g, '').length).toBeLessThan(6144);
});

test('the example group signs in, and only views', () => {
  const group = resourceOf(memberWith({ CreateDevelopersGroup: 'true' }), 'Developers');
  expect(group.properties).toEqual({
    GroupName: 'Developers',
    ManagedPolicyArns: [resourceOf(member, 'OwnSignIn').arn, 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess'],
  });
});
