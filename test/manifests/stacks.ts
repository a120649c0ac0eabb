import { type Resource, readStack, type Stack } from '../../sandbox/aws/cloudformation/stack.ts';
import type { Deployment } from '../../sandbox/aws/cloudformation/template.ts';

/** The templates as they would be deployed; accounts, Region, ids and addresses are invented. */
export const accounts = {
  home: '111111111111',
  member: '222222222222',
  /** Where Identity Center is administered: a delegated administrator. */
  center: '333333333333',
  management: '444444444444',
};
const somewhere: Deployment = { account: accounts.home, region: 'eu-west-1', partition: 'aws', parameters: {} };

export const homeWith = (parameters: Record<string, string>, where: Partial<Deployment> = {}): Stack =>
  readStack('boarding-pass.yaml', {
    ...somewhere,
    ...where,
    parameters: { MailFrom: 'onboarding@example.com', IdentityCenterAccountId: accounts.center, ...parameters },
  });
export const memberWith = (parameters: Record<string, string>, where: Partial<Deployment> = {}): Stack =>
  readStack('member-account.yaml', {
    ...somewhere,
    account: accounts.member,
    ...where,
    parameters: { HomeAccountId: accounts.home, HomeRegion: 'eu-west-1', ...parameters },
  });

/** An Identity Center in a partition, and what profiles may give of it. */
export const identityCenterIn = (partition: string) => ({
  HomeAccountId: accounts.home,
  HomeRegion: 'eu-west-1',
  ManagementAccountId: accounts.management,
  InstanceArn: `arn:${partition}:sso:::instance/ssoins-1234567890abcdef`,
  IdentityStoreId: 'd-1234567890',
  GroupIds: '1234567890-aaaa1111-0000-4000-8000-00000000000a',
  PermissionSetArns: `arn:${partition}:sso:::permissionSet/ssoins-1234567890abcdef/ps-1111aaaa1111aaaa`,
  AccountIds: accounts.member,
});
export const identityCenter = identityCenterIn('aws');
export const centerWith = (parameters: Record<string, string>, where: Partial<Deployment> = {}): Stack =>
  readStack('identity-center.yaml', {
    ...somewhere,
    account: accounts.center,
    ...where,
    parameters: { ...identityCenterIn(where.partition ?? somewhere.partition), ...parameters },
  });

export const home = homeWith({});
export const member = memberWith({});
export const center = centerWith({});

export const ofType = (stack: Stack, type: string): Resource[] => stack.resources.filter((each) => each.type === type);

export function resourceOf(stack: Stack, id: string): Resource {
  const found = stack.resources.find((each) => each.id === id);
  if (!found) throw new Error(`The stack has no ${id}.`);
  return found;
}
