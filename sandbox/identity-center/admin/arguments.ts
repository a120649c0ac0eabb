import { z } from 'zod';
import type { Assignment, IdentityCenter } from '../center.ts';
import type { PermissionSet } from '../described.ts';
import { invalid } from '../error.ts';
import { resourceId } from '../store/fields.ts';

// https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreateAccountAssignment.html

export const permissionSetArn = z
  .string()
  .regex(/^arn:aws[a-z-]*:sso:::permissionSet\/(sso)?ins-[a-zA-Z0-9-.]{16}\/ps-[a-zA-Z0-9-./]{16}$/);
export const accountId = z.string().regex(/^\d{12}$/);
export const principal = { PrincipalType: z.enum(['USER', 'GROUP']), PrincipalId: resourceId };

export const assignment = {
  TargetId: accountId,
  TargetType: z.literal('AWS_ACCOUNT'),
  PermissionSetArn: permissionSetArn,
  ...principal,
};
const read = z.object(assignment);

export const assignmentOf = (input: z.output<typeof read>): Assignment => ({
  accountId: input.TargetId,
  permissionSetArn: input.PermissionSetArn,
  principalType: input.PrincipalType,
  principalId: input.PrincipalId,
});

export const isSameAssignment = (a: Assignment, b: Assignment): boolean =>
  a.accountId === b.accountId && a.permissionSetArn === b.permissionSetArn && a.principalId === b.principalId;

/** sso-admin names nothing in its ResourceNotFoundException but in words. */
export function missing(message: string) {
  const error = invalid(message);
  error.name = 'ResourceNotFoundException';
  return error;
}

export function permissionSetOf({ permissionSets }: IdentityCenter, arn: string): PermissionSet {
  const found = permissionSets.get(arn);
  if (!found) throw missing(`Could not find PermissionSet with id ${arn.split('/').at(-1)}`);
  return found;
}
