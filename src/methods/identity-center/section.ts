import { z } from 'zod';
import { PORTAL_FORMS, type PortalUrl, readPortalUrl } from './cli/portal-url.ts';

const settings = z.strictObject({
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
  region: z.string().regex(/^[a-z]{2,}(-[a-z]+)+-\d{1,2}$/, 'must be a Region, such as eu-west-1'),
  portalUrl: z
    .string()
    .refine(
      (url) => readPortalUrl(url),
      `must be the address of the AWS access portal, from the console’s Dashboard, in one of these forms: ${PORTAL_FORMS.join(', ')}`,
    )
    .transform((url) => readPortalUrl(url)?.startUrl ?? url),
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

/** `identityCenter:` in the policy file: what an administrator declares, since no API tells it. */
export const section = settings.superRefine((declared, context) => {
  const portal = readPortalUrl(declared.portalUrl);
  const message = portal && mismatch(portal, declared);
  if (message) context.addIssue({ code: 'custom', path: ['portalUrl'], message });
});

/** What an address tells of its instance has to be true of the one that is declared: people would be sent to somebody else’s portal. */
function mismatch(portal: PortalUrl, declared: z.output<typeof settings>): string | undefined {
  const { instanceArn, identityStoreId, region, users } = declared;
  const instanceId = instanceArn.split('/')[1];
  // An ARN that is none is told of by itself.
  const isOther = instanceId !== undefined && portal.instanceId !== instanceId.toLowerCase();
  if (portal.instanceId !== undefined && isOther)
    return `is the portal of a different instance from instanceArn (${instanceId}): copy it from the console’s Dashboard`;
  if (portal.region !== undefined && portal.region !== region)
    return `is the portal in ${portal.region}, but region is ${region}: use the one in the primary Region`;
  // The directory of Identity Center itself is called like its store; of a company's own directory nobody knows.
  if (users === 'create' && portal.identityStoreId !== undefined && portal.identityStoreId !== identityStoreId)
    return `is the portal of a different identity store from identityStoreId (${identityStoreId}): copy it from the console’s Dashboard`;
  return undefined;
}
