import type { AccountOutcome, FirstSignIn } from '../contract/access.ts';

/** The ways to sign in without a password that the bot could hand over: at the portal. */
export type PortalSignIn = Exclude<FirstSignIn, 'temporary-password'>;

/** What somebody was given at the portal: where it is, how they sign in there, and what is theirs, now or soon. */
export type PortalAccess = { portalUrl: string; firstSignIn: PortalSignIn; given: AccountOutcome[] };

/** `undefined` where nothing was given at a portal. */
export function portalAccessOf(outcomes: AccountOutcome[]): PortalAccess | undefined {
  const given = outcomes.filter(
    ({ Status, FirstSignIn }) => (Status === 'done' || Status === 'pending') && FirstSignIn !== 'temporary-password',
  );
  const [first] = given;
  if (!first?.SignIn) return undefined;
  return { portalUrl: first.SignIn.LoginURL, firstSignIn: first.FirstSignIn as PortalSignIn, given };
}

/** Straight into the console of an account as a permission set. The form that the portal's own links have. */
export function consoleLink(portalUrl: string, accountId: string, permissionSet: string): string {
  const query = new URLSearchParams({ account_id: accountId, role_name: permissionSet });
  return `${portalUrl.replace(/\/+$/, '')}/#/console?${query}`;
}
