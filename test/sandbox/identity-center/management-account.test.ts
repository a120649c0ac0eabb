import { expect, test } from 'vitest';
import { refusalInManagementAccount } from '../../../sandbox/identity-center/admin/management-account.ts';
import { setArn, startCenter, userId } from './sdk.ts';

const MANAGEMENT = '100000000000';
const assignment = (set: string, accountId = MANAGEMENT) => ({
  accountId,
  permissionSetArn: setArn(set),
  principalType: 'USER' as const,
  principalId: userId('l.fischer'),
});
const only =
  (...actions: string[]) =>
  (action: string, resource: string) =>
    actions.includes(action.slice('iam:'.length)) && /:(role\/aws-reserved|saml-provider\/AWSSSO_)/.test(resource);

test.each<[what: string, set: string, accountId: string, may: ReturnType<typeof only> | undefined, missing?: string]>([
  ['an administrator', 'Developer', MANAGEMENT, undefined],
  [
    'who may make roles and look at the provider',
    'ReadOnly',
    MANAGEMENT,
    only('GetSAMLProvider', 'CreateRole', 'AttachRolePolicy'),
  ],
  ['who may nothing, in another account', 'Developer', '111122223333', only()],
  ['who may nothing', 'Developer', MANAGEMENT, only(), 'iam:GetSAMLProvider'],
  ['who may make no roles', 'Developer', MANAGEMENT, only('GetSAMLProvider'), 'iam:CreateRole'],
  [
    'who may not write the inline policy of the set',
    'Developer',
    MANAGEMENT,
    only('GetSAMLProvider', 'CreateRole', 'AttachRolePolicy'),
    'iam:PutRolePolicy',
  ],
])('%s', async (_what, set, accountId, may, missing) => {
  const { aws } = await startCenter();
  const caller = { account: accountId, ...(may && { may }) };
  const reason = refusalInManagementAccount(aws.look.identityCenter, assignment(set, accountId), caller);
  if (missing === undefined) expect(reason).toBeUndefined();
  else expect(reason).toContain(`is not authorized to perform: ${missing} on resource: arn:aws:iam::${MANAGEMENT}:`);
});
