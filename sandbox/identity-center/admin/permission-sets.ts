import { z } from 'zod';
import { page, paged } from '../../aws/page.ts';
import type { IdentityCenter } from '../center.ts';
import { type Operations, ofInstance } from '../operation.ts';
import { missing, permissionSetArn, permissionSetOf } from './arguments.ts';

const set = { PermissionSetArn: permissionSetArn };
const onSet = (_: IdentityCenter, { PermissionSetArn }: { PermissionSetArn: string }) => [PermissionSetArn];

/** What a permission set is and gives; written by others alone. */
export const permissionSets = {
  listPermissionSets: ofInstance(paged(100), {
    on: () => [],
    run: ({ permissionSets }, input) => page('PermissionSets', [...permissionSets.keys()], input, 100, (arn) => arn),
  }),

  describePermissionSet: ofInstance(set, {
    on: onSet,
    run(center, { PermissionSetArn }) {
      const { arn, name, description, sessionDuration } = permissionSetOf(center, PermissionSetArn);
      return {
        PermissionSet: {
          Name: name,
          PermissionSetArn: arn,
          Description: description,
          CreatedDate: new Date('2024-03-01T09:00:00Z'),
          SessionDuration: sessionDuration,
        },
      };
    },
  }),

  listManagedPoliciesInPermissionSet: ofInstance(
    { ...set, ...paged(100) },
    {
      on: onSet,
      run: (center, { PermissionSetArn, ...input }) =>
        page(
          'AttachedManagedPolicies',
          permissionSetOf(center, PermissionSetArn).managedPolicies,
          input,
          100,
          (arn) => {
            return { Name: arn.split('/').at(-1), Arn: arn };
          },
        ),
    },
  ),

  listCustomerManagedPolicyReferencesInPermissionSet: ofInstance(
    { ...set, ...paged(100) },
    {
      on: onSet,
      run(center, { PermissionSetArn, ...input }) {
        const { customerManagedPolicies = [] } = permissionSetOf(center, PermissionSetArn);
        return page('CustomerManagedPolicyReferences', customerManagedPolicies, input, 100, (name) => {
          return { Name: name, Path: '/' };
        });
      },
    },
  ),

  getInlinePolicyForPermissionSet: ofInstance(set, {
    on: onSet,
    run(center, { PermissionSetArn }) {
      const { inlinePolicy } = permissionSetOf(center, PermissionSetArn);
      return { InlinePolicy: inlinePolicy ? JSON.stringify(inlinePolicy) : '' };
    },
  }),

  getPermissionsBoundaryForPermissionSet: ofInstance(set, {
    on: onSet,
    run(center, { PermissionSetArn }) {
      const { boundary } = permissionSetOf(center, PermissionSetArn);
      if (!boundary) throw missing('No permissions boundary is attached to this permission set.');
      return { PermissionsBoundary: { ManagedPolicyArn: boundary } };
    },
  }),

  listAccountsForProvisionedPermissionSet: ofInstance(
    {
      ...set,
      ProvisioningStatus: z
        .enum(['LATEST_PERMISSION_SET_PROVISIONED', 'LATEST_PERMISSION_SET_NOT_PROVISIONED'])
        .optional(),
      ...paged(100),
    },
    {
      on: onSet,
      run(center, { PermissionSetArn, ProvisioningStatus, ...input }) {
        permissionSetOf(center, PermissionSetArn);
        const isStale = ProvisioningStatus === 'LATEST_PERMISSION_SET_NOT_PROVISIONED';
        return page('AccountIds', isStale ? [] : accountsWith(center, PermissionSetArn), input, 100, (id) => id);
      },
    },
  ),
} satisfies Operations;

/** Where the permission set has made its role. */
export const accountsWith = ({ assignments }: IdentityCenter, arn: string): string[] => [
  ...new Set(assignments.filter(({ permissionSetArn }) => permissionSetArn === arn).map(({ accountId }) => accountId)),
];
