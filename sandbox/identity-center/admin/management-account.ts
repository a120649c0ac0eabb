import type { Assignment, IdentityCenter } from '../center.ts';
import type { Caller } from '../operation.ts';

/**
 * In the management account AWS makes the permission set's role, and its own identity provider, with the rights of whoever assigns;
 * that these are missing is said by the status of the assignment alone: awslabs/landing-zone-accelerator-on-aws#496, common-fate/glide#422.
 */
export function refusalInManagementAccount(
  { owner, permissionSets }: IdentityCenter,
  { accountId, permissionSetArn }: Assignment,
  { may = () => true }: Caller,
): string | undefined {
  if (accountId !== owner) return undefined;
  const { name, inlinePolicy } = permissionSets.get(permissionSetArn) ?? { name: '' };
  const role = `arn:aws:iam::${owner}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_${name}`;
  const needed: [action: string, resource: string][] = [
    ['iam:GetSAMLProvider', `arn:aws:iam::${owner}:saml-provider/AWSSSO_DO_NOT_DELETE`],
    ...['iam:CreateRole', 'iam:AttachRolePolicy', ...(inlinePolicy ? ['iam:PutRolePolicy'] : [])].map(
      (action): [string, string] => [action, role],
    ),
  ];
  const missing = needed.find(([action, resource]) => !may(action, resource));
  if (!missing) return undefined;
  const [action, resource] = missing;
  return `Received a 403 status error: Access denied by IAM. Please check your policy, or wait for role propagation to complete. IAM Error: is not authorized to perform: ${action} on resource: ${resource}`;
}
