import { z } from 'zod';

/** `identityCenter:` in the policy file: what an administrator declares, since no API tells it. */
export const section = z.strictObject({
  instanceArn: z
    .string()
    .regex(
      /^arn:aws[\w-]*:sso:::instance\/(sso)?ins-[a-zA-Z0-9-.]{16}$/,
      'must be the ARN of the instance, arn:aws:sso:::instance/ssoins-…: see Settings in the console of IAM Identity Center',
    ),
  identityStoreId: z
    .string()
    .regex(
      /^d-[0-9a-f]{10}$/,
      'must be the id of the identity store, d-…, and not the ARN of the instance: see Settings in the console of IAM Identity Center',
    ),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be a Region, such as eu-west-1'),
  portalUrl: z
    .string()
    .regex(
      /^https:\/\/[a-z0-9.-]+(\/[\w/-]*)?$/,
      'must be the address of the AWS access portal, such as https://acme.awsapps.com/start',
    ),
  users: z.enum(['create', 'existing'], { error: 'must be create, or existing where people come from a directory' }),
  firstSignIn: z
    .enum(['portal-code', 'administrator-password'], {
      error: 'must be portal-code (“Send email OTP” is on) or administrator-password',
    })
    .default('portal-code'),
  sessionName: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'must be up to 32 lower-case letters, digits and dashes: the AWS CLI takes it'),
});
