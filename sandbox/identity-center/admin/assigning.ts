import { z } from 'zod';
import { arnOfAccount } from '../arns.ts';
import type { AssignmentRequest, IdentityCenter } from '../center.ts';
import { type Answer, type Operations, ofInstance } from '../operation.ts';
import { assignment, assignmentOf, missing } from './arguments.ts';
import { refuse } from './refusals.ts';
import { begin } from './requests.ts';

const onAll = (_: IdentityCenter, { TargetId, PermissionSetArn }: { TargetId: string; PermissionSetArn: string }) => [
  PermissionSetArn,
  arnOfAccount(TargetId),
];
const requestId = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/** To give and to take away; both go on after their answer. */
export const assigning = {
  createAccountAssignment: ofInstance(assignment, {
    on: onAll,
    run(center, input, caller) {
      const wanted = assignmentOf(input);
      refuse(center, wanted, caller);
      return { AccountAssignmentCreationStatus: show(begin(center, 'create', wanted, caller)) };
    },
  }),
  deleteAccountAssignment: ofInstance(assignment, {
    on: onAll,
    run(center, input, caller) {
      const unwanted = assignmentOf(input);
      refuse(center, unwanted, caller);
      return { AccountAssignmentDeletionStatus: show(begin(center, 'delete', unwanted, caller)) };
    },
  }),
  describeAccountAssignmentCreationStatus: ofInstance(
    { AccountAssignmentCreationRequestId: requestId },
    {
      on: () => [],
      run: (center, { AccountAssignmentCreationRequestId: id }) => ({
        AccountAssignmentCreationStatus: show(requestOf(center, 'create', id)),
      }),
    },
  ),
  describeAccountAssignmentDeletionStatus: ofInstance(
    { AccountAssignmentDeletionRequestId: requestId },
    {
      on: () => [],
      run: (center, { AccountAssignmentDeletionRequestId: id }) => ({
        AccountAssignmentDeletionStatus: show(requestOf(center, 'delete', id)),
      }),
    },
  ),
} satisfies Operations;

function requestOf({ requests }: IdentityCenter, kind: AssignmentRequest['kind'], id: string): AssignmentRequest {
  const found = requests.get(id);
  if (found?.kind !== kind) throw missing(`Could not find request ${id}`);
  return found;
}

const show = (request: AssignmentRequest): Answer => ({
  Status: request.status,
  RequestId: request.requestId,
  ...(request.failureReason !== undefined && { FailureReason: request.failureReason }),
  TargetId: request.accountId,
  TargetType: 'AWS_ACCOUNT',
  PermissionSetArn: request.permissionSetArn,
  PrincipalType: request.principalType,
  PrincipalId: request.principalId,
  CreatedDate: request.createdAt,
});
