import { z } from 'zod';
import { MAX_GROUPS, MAX_PERMISSION_SETS } from '../../contract/sizes.ts';

/** What a profile gives through Identity Center. */
export const settings = {
  groups: z
    .array(
      z
        .string()
        // Source: Identity Store API Reference, CreateGroup.
        .regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r 　]{1,1024}$/u, 'must be the display name of a group'),
    )
    .max(MAX_GROUPS, `must be at most ${MAX_GROUPS}`)
    .default([]),
  permissionSets: z
    .array(
      z
        .string()
        .regex(
          /^arn:aws[\w-]*:sso:::permissionSet\/(sso)?ins-[a-zA-Z0-9-.]{16}\/ps-[a-zA-Z0-9-./]{16}$/,
          'must be the ARN of a permission set, arn:aws:sso:::permissionSet/ssoins-…/ps-…',
        ),
    )
    .max(MAX_PERMISSION_SETS, `must be at most ${MAX_PERMISSION_SETS}`)
    .default([]),
  sensitive: z.boolean({ error: 'must be true or false' }).default(false),
};

const named = z.union([
  z.string().transform((Name) => ({ Name, Opens: [] as string[], OpensMore: false })),
  z.object({ Name: z.string(), Opens: z.array(z.string()), OpensMore: z.boolean().default(false) }),
]);

const described = z.object({
  Arn: z.string(),
  Name: z.string(),
  Session: z.string(),
  Managed: z.array(z.string()),
  CustomerManaged: z.array(z.string()),
  HasInline: z.boolean(),
  HasBoundary: z.boolean(),
  Administers: z.boolean(),
});

/** Reads grants as a policy has them, by name and ARN, or as inspection found them. */
export const grants = z.object({
  groups: z.array(named).default([]),
  permissionSets: z.array(z.union([z.string(), described])).default([]),
  sensitive: z.boolean().default(false),
});
