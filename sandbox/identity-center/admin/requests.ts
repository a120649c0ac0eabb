import { randomUUID } from 'node:crypto';
import type { Assignment, AssignmentRequest, IdentityCenter } from '../center.ts';
import type { Caller } from '../operation.ts';
import { isSameAssignment } from './arguments.ts';
import { refusalInManagementAccount } from './management-account.ts';

/** Begins what takes its time, and ends well or badly. Who has the access already gets it once more. */
export function begin(
  center: IdentityCenter,
  kind: AssignmentRequest['kind'],
  assignment: Assignment,
  caller: Caller,
): AssignmentRequest {
  const request: AssignmentRequest = {
    ...assignment,
    requestId: randomUUID(),
    kind,
    createdAt: new Date(),
    status: 'IN_PROGRESS',
  };
  center.requests.set(request.requestId, request);
  const planned = center.planned.shift();
  const failure =
    planned?.outcome === 'fails' ? planned : kind === 'create' ? failureOf(center, assignment, caller) : undefined;
  const { assignmentMs, suspendedMs } = center.settings;

  const end = (): void => {
    request.status = failure ? 'FAILED' : 'SUCCEEDED';
    if (failure?.reason !== undefined) request.failureReason = failure.reason;
    if (failure) return;
    const others = center.assignments.filter((each) => !isSameAssignment(each, assignment));
    center.assignments = kind === 'create' ? [...others, assignment] : others;
  };
  if (planned?.outcome === 'hangs') center.hanging.push(end);
  else center.later(failure && 'isSlow' in failure ? suspendedMs : assignmentMs, end);
  return request;
}

type Failure = { reason?: string; isSlow?: true };

/** What AWS finds out only while it provisions the permission set. */
function failureOf(center: IdentityCenter, assignment: Assignment, caller: Caller): Failure | undefined {
  const { accountId, permissionSetArn } = assignment;
  const account = center.account(accountId);
  if (account?.state !== 'ACTIVE') {
    // aws-sso-util#80
    const reason = `AWS SSO is unable to complete your request at this time. Obtaining permissions to manage your AWS account '${accountId}' is taking longer than usual. This is usually due to a recent change in your organization.`;
    return { reason, isSlow: true };
  }
  const reason = refusalInManagementAccount(center, assignment, caller);
  if (reason !== undefined) return { reason };
  // An account without the policy fails, and AWS does not say why: terraform-provider-aws#26807.
  const { customerManagedPolicies = [] } = center.permissionSets.get(permissionSetArn) ?? {};
  return customerManagedPolicies.every((name) => account.hasPolicy(name)) ? undefined : {};
}
