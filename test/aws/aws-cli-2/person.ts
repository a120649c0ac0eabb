import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { post } from '../../../sandbox/acting/actor.ts';
import type { PermissionSet } from '../../../sandbox/identity-center/described.ts';
import { account, kumoworks } from '../../../sandbox/organization/kumoworks.ts';
import type { Account } from '../../../sandbox/organization/organization.ts';
import { setUpCli } from '../../../src/methods/identity-center/cli/set-up.ts';
import { startPortal } from '../../sandbox/identity-center/portal.ts';

export const session = { name: 'kumoworks', startUrl: kumoworks.identityCenter.portalUrl, region: 'eu-west-1' };
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A role as boarding-pass gives it: a permission set in an account. */
export type Role = { accountId: string; accountName: string; permissionSet: string };

/** Somebody who is signed in to the portal, and has these roles there, in accounts and with sets that may be called anything. */
export async function startPerson(roles: Role[]) {
  const known = kumoworks.accounts.filter(({ id }) => !roles.some(({ accountId }) => accountId === id));
  const accounts = new Map(roles.map(({ accountId, accountName }) => [accountId, accountName]));
  const sets = [...new Set(roles.map(({ permissionSet }) => permissionSet))].map(setNamed);
  const organization = {
    ...kumoworks,
    accounts: [...known, ...[...accounts].map(([id, name]): Account => account(id, name, kumoworks.root, {}))],
    identityCenter: { ...kumoworks.identityCenter, permissionSets: sets, groups: [] },
  };
  organization.identityCenter.users = [];
  const portal = await startPortal({ organization, isTicking: true });
  const { session: atPortal } = await portal.arrive();
  for (const { accountId, permissionSet } of roles)
    await portal.assign({ TargetId: accountId, PermissionSetArn: setNamed(permissionSet).arn });
  return { ...portal, confirm: confirmAs(portal.url, atPortal) };
}

const setNamed = (name: string): PermissionSet => ({
  arn: `arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-${sha256(name).slice(0, 16)}`,
  name,
  description: 'Sees everything',
  sessionDuration: 'PT8H',
  managedPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
});

/** What boarding-pass would give them. */
export function setUpFor(roles: Role[]) {
  const setup = setUpCli({ session, roles: roles.map((role) => ({ ...role, try: 's3 ls' })) }, sha256);
  if (!setup) throw new Error('There should be something to set up.');
  return { ...setup, block: [setup.session, ...setup.profiles.map(({ text }) => text)].join('\n\n') };
}

/** What somebody who is signed in to the portal makes of the link that a terminal shows. */
export const confirmAs = (url: string, atPortal: string) => async (link: string) => {
  const userCode = new URLSearchParams(link.slice(link.indexOf('?'))).get('user_code');
  const body = { session: atPortal, userCode };
  expect(await post(`${url}/portal/terminal`, body)).toEqual({ userCode, client: 'botocore-client-kumoworks' });
  await post(`${url}/portal/terminal`, { ...body, decision: 'allow' });
};
