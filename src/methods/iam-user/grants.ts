import { z } from 'zod';

const MOST = 'must be at most 10: IAM allows a user no more';

/** What a profile gives to an IAM user. */
export const settings = {
  groups: z
    .array(
      z
        .string()
        .regex(/^[\w+=.@-]{1,128}$/, 'must be an IAM group name; the stacks of member accounts cannot take commas'),
    )
    .max(10, MOST)
    .default([]),
  policyArns: z
    .array(
      z.string().regex(/^arn:aws[\w-]*:iam::(aws|\d{12}):policy\/[\w+=,.@/-]+$/, 'must be the ARN of an IAM policy'),
    )
    .max(10, MOST)
    .default([]),
};

/** Reads grants as they come from a policy or from what a machine read: what is not there is not given. */
export const grants = z.object({
  groups: z.array(z.string()).default([]),
  policyArns: z.array(z.string()).default([]),
});
