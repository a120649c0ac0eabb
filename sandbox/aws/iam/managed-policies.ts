import type { IamAccount, User } from './account.ts';
import type { Statement } from './policy/statement.ts';

const allow = (Action: string | string[], Resource: string | string[] = '*'): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
});
const aws = (name: string) => `arn:aws:iam::aws:policy/${name}`;

// https://docs.aws.amazon.com/aws-managed-policy/latest/reference/IAMUserChangePassword.html, version 3
const ownUser = [`arn:aws:iam::*:user/$\{aws:username}`, `arn:aws:iam::*:user/*/$\{aws:username}`];
const changePassword = [allow('iam:ChangePassword', ownUser), allow('iam:GetAccountPasswordPolicy')];

// Of the long lists on the neighbouring pages ViewOnlyAccess and ReadOnlyAccess, what the console's pages here need.
const viewOnly = ['s3:ListAllMyBuckets', 'ec2:Describe*', 'iam:List*'];
const readOnly = ['s3:Get*', 's3:List*', 'ec2:Describe*', 'iam:Get*', 'iam:List*'];

// https://docs.aws.amazon.com/aws-managed-policy/latest/reference/PowerUserAccess.html, of what it allows in IAM only the lists.
const powerUser: Statement[] = [
  { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
  allow(['iam:ListRoles', 'organizations:DescribeOrganization', 'account:ListRegions']),
];

const ofAws: ReadonlyMap<string, Statement[]> = new Map([
  [aws('IAMUserChangePassword'), changePassword],
  [aws('job-function/ViewOnlyAccess'), [allow(viewOnly)]],
  [aws('ReadOnlyAccess'), [allow(readOnly)]],
  [aws('PowerUserAccess'), powerUser],
  [aws('AdministratorAccess'), [allow('*')]],
]);

/** What a policy of AWS or of the account says; undefined where there is none with this ARN. */
export const documentOf = ({ stack }: IamAccount, arn: string): Statement[] | undefined =>
  ofAws.get(arn) ?? stack().policies.get(arn);

/** What the organization attached to its groups: to those that profiles name, as `docs/setup.md` asks, the way to MFA as well. */
const ofGroups: Record<string, (account: string) => string[]> = {
  Developers: (account) => [ownSignIn(account), aws('job-function/ViewOnlyAccess')],
  ReadOnly: (account) => [ownSignIn(account), aws('ReadOnlyAccess')],
  Administrators: () => [aws('AdministratorAccess')],
};
const ownSignIn = (account: string) => `arn:aws:iam::${account}:policy/boarding-pass-own-sign-in`;

/** All that a user is given, by policies of their own and by those of their groups. */
export function identityPoliciesOf(account: IamAccount, { policies, groups }: User): Statement[] {
  const byGroup = [...groups].flatMap((group) => ofGroups[group]?.(account.account.id) ?? []);
  return [...policies, ...byGroup].flatMap((arn) => documentOf(account, arn) ?? []);
}
