import { type Deployment, type Resource, readStack, type Stack } from '../../sandbox/aws/cloudformation/stack.ts';

/** Both templates as they would be deployed; accounts, Region and addresses are invented. */
export const accounts = { home: '111111111111', member: '222222222222' };
const somewhere: Deployment = { account: accounts.home, region: 'eu-west-1', partition: 'aws', parameters: {} };

export const homeWith = (parameters: Record<string, string>, where: Partial<Deployment> = {}): Stack =>
  readStack('boarding-pass.yaml', {
    ...somewhere,
    ...where,
    parameters: { MailFrom: 'onboarding@example.com', ...parameters },
  });
export const memberWith = (parameters: Record<string, string>, where: Partial<Deployment> = {}): Stack =>
  readStack('member-account.yaml', {
    ...somewhere,
    account: accounts.member,
    ...where,
    parameters: { HomeAccountId: accounts.home, HomeRegion: 'eu-west-1', ...parameters },
  });

export const home = homeWith({});
export const member = memberWith({});

export const ofType = (stack: Stack, type: string): Resource[] => stack.resources.filter((each) => each.type === type);

export function resourceOf(stack: Stack, id: string): Resource {
  const found = stack.resources.find((each) => each.id === id);
  if (!found) throw new Error(`The stack has no ${id}.`);
  return found;
}
