import { z } from 'zod';
import { page, paged } from '../../aws/page.ts';
import { arnOfAccount } from '../arns.ts';
import type { Assignment, IdentityCenter } from '../center.ts';
import { type Operations, ofInstance } from '../operation.ts';
import { accountId, permissionSetArn, permissionSetOf, principal } from './arguments.ts';

/** Who has what where: only what has succeeded. */
export const assignments = {
  listAccountAssignments: ofInstance(
    { AccountId: accountId, PermissionSetArn: permissionSetArn, ...paged(100) },
    {
      on: (_, { AccountId, PermissionSetArn }) => [PermissionSetArn, arnOfAccount(AccountId)],
      run(center, { AccountId, PermissionSetArn, ...input }) {
        permissionSetOf(center, PermissionSetArn);
        const found = center.assignments.filter(
          (each) => each.accountId === AccountId && each.permissionSetArn === PermissionSetArn,
        );
        return page('AccountAssignments', found, input, 100, show);
      },
    },
  ),

  listAccountAssignmentsForPrincipal: ofInstance(
    { ...principal, Filter: z.object({ AccountId: accountId.optional() }).optional(), ...paged(100) },
    {
      on: () => [],
      run(center, { PrincipalId, Filter, ...input }) {
        const wanted = Filter?.AccountId;
        const found = assignmentsOf(center, PrincipalId).filter(({ accountId }) => !wanted || accountId === wanted);
        return page('AccountAssignments', found, input, 100, show);
      },
    },
  ),
} satisfies Operations;

/** Those of a user or a group; of a user also those that their groups have. */
export function assignmentsOf({ assignments, memberships }: IdentityCenter, id: string): Assignment[] {
  const ids = [id, ...[...memberships.values()].filter(({ userId }) => userId === id).map(({ groupId }) => groupId)];
  return assignments.filter(({ principalId }) => ids.includes(principalId));
}

const show = ({ accountId, permissionSetArn, principalId, principalType }: Assignment) => ({
  AccountId: accountId,
  PermissionSetArn: permissionSetArn,
  PrincipalId: principalId,
  PrincipalType: principalType,
});
