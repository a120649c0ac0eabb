import { describe } from 'vitest';
import { createAccounts } from '../../../sandbox/aws/iam/accounts.ts';
import { iam, isIamAction } from '../../../sandbox/aws/iam/iam.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { type Call, holdTo } from './kept.ts';

describe('actions of IAM change what the table says', () => {
  const account = createAccounts(kumoworks).get('111122224444');
  if (!account) throw new Error('payments-prod is not there.');
  const UserName = 'yuki';
  const PolicyArn = 'arn:aws:iam::aws:policy/IAMUserChangePassword';
  const Password = 'Correct-Horse-Battery-Staple-With-Salt-42';
  const calls: Call[] = [
    ['CreateUser', () => ({ UserName })],
    ['GetUser', () => ({ UserName })],
    ['TagUser', () => ({ UserName, Tags: [{ Key: 'team', Value: 'payments' }] })],
    ['AddUserToGroup', () => ({ UserName, GroupName: 'Developers' })],
    ['GetGroup', () => ({ GroupName: 'Developers' })],
    ['RemoveUserFromGroup', () => ({ UserName, GroupName: 'Developers' })],
    ['AttachUserPolicy', () => ({ UserName, PolicyArn })],
    ['DetachUserPolicy', () => ({ UserName, PolicyArn })],
    ['ListAccountAliases'],
    ['GetAccountPasswordPolicy'],
    ['DeleteUser', () => ({ UserName })],
    ['CreateUser', () => ({ UserName })],
    ['CreateLoginProfile', () => ({ UserName, Password, PasswordResetRequired: true })],
    ['GetLoginProfile', () => ({ UserName })],
    ['UpdateLoginProfile', () => ({ UserName, Password: `${Password}0` })],
  ];
  holdTo(
    'iam',
    calls,
    () => ({ users: account.users, groups: account.groups, account: account.account }),
    (name, given) => {
      const action = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
      if (!isIamAction(action)) throw new Error(`${action} is no action.`);
      return iam[action].run(account, given);
    },
  );
});
