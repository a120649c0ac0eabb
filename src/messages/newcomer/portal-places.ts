import { GROUPS } from '../../contract/access.ts';
import type { DeliverInput } from '../../contract/tasks.ts';
import { methodOf } from '../../methods/index.ts';
import { consoleLink, type PortalAccess } from '../../onboarding/sign-in.ts';

/** One thing that is somebody's at the portal; `link` goes straight into it. */
export type PortalPlace =
  | { kind: 'groups'; names: string[] }
  | { kind: 'account'; account: { id: string; name: string }; permissionSet: string; link: string }
  | { kind: 'pending'; account: { id: string; name: string }; permissionSet: string };

/** What is somebody's at the portal, for a message or a mail to name. */
export function portalPlaces({ given, portalUrl }: PortalAccess, input: DeliverInput): PortalPlace[] {
  const { accounts, profile, grants } = input;
  return given.map(({ AccountId, PermissionSet: permissionSet = '', Status }): PortalPlace => {
    if (AccountId === GROUPS) {
      const names = methodOf(profile)
        .show(grants)
        .flatMap((gift) => (gift.kind === 'groups' ? gift.names : []));
      return { kind: 'groups', names };
    }
    const account = accounts.find(({ id }) => id === AccountId) ?? { id: AccountId, name: AccountId };
    if (Status === 'pending') return { kind: 'pending', account, permissionSet };
    return { kind: 'account', account, permissionSet, link: consoleLink(portalUrl, AccountId, permissionSet) };
  });
}
