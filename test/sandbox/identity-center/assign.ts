import {
  CreateAccountAssignmentCommand,
  DescribeAccountAssignmentCreationStatusCommand,
  ListAccountAssignmentsForPrincipalCommand,
  type SSOAdminClient,
} from '@aws-sdk/client-sso-admin';
import { until } from '../../../sandbox/acting/until.ts';
import type { PermissionSet } from '../../../sandbox/identity-center/described.ts';
import { identityCenterOfKumoworks as described } from '../../../sandbox/organization/identity-center-of-kumoworks.ts';
import { kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import { InstanceArn, setArn, userId } from './sdk.ts';

export const payments = '111122223333';
export const lena = { PrincipalType: 'USER' as const, PrincipalId: userId('l.fischer') };
export const assign = (admin: SSOAdminClient, change: object = {}) =>
  admin.send(new CreateAccountAssignmentCommand({ ...asked, ...change }));
export const asked = {
  InstanceArn,
  TargetId: payments,
  TargetType: 'AWS_ACCOUNT' as const,
  PermissionSetArn: setArn('ReadOnly'),
  ...lena,
};

/** What became of an assignment, once something has. */
export async function settled(admin: SSOAdminClient, request: ReturnType<typeof assign>) {
  const { AccountAssignmentCreationStatus: begun } = await request;
  return until('the end of an assignment', async () => {
    const { AccountAssignmentCreationStatus: now } = await admin.send(
      new DescribeAccountAssignmentCreationStatusCommand({
        InstanceArn,
        AccountAssignmentCreationRequestId: begun?.RequestId,
      }),
    );
    return now?.Status === 'IN_PROGRESS' ? undefined : now;
  });
}

export async function has(admin: SSOAdminClient, who: object = lena, AccountId?: string) {
  const { AccountAssignments = [] } = await admin.send(
    new ListAccountAssignmentsForPrincipalCommand({
      InstanceArn,
      ...lena,
      ...who,
      ...(AccountId && { Filter: { AccountId } }),
    }),
  );
  return AccountAssignments;
}

/** The organization with one more permission set. */
export const withSet = (more: Partial<PermissionSet>) => ({
  ...kumoworks,
  identityCenter: {
    ...described,
    permissionSets: [...described.permissionSets, { ...readOnly, arn: special, name: 'Special', ...more }],
  },
});
export const special = 'arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-4444dddd4444dddd';
const readOnly = described.permissionSets[0] as PermissionSet;
