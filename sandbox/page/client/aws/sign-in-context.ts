import { createContext } from 'preact';

/** Where an address of the AWS access portal leads: to all of it, to one account with a permission set, or to a terminal that asks. */
export type PortalPlace = { accountId?: string; permissionSet?: string; userName?: string; terminal?: TerminalPlace };

/** By what a terminal asks: the code that it shows, which may be still to be typed, or what its link began. */
export type TerminalPlace = { userCode: string } | { request: string };

/**
 * Where somebody signs in: an account, by its id or alias, and perhaps as whom; or the AWS access portal. `by`: who followed the
 * address, since everybody has a browser of their own.
 */
export type SignInPlace = {
  account: string;
  userName?: string;
  portal?: PortalPlace;
  by?: string;
  isAsLeft?: true;
};

/** Nobody followed an address. */
export const nowhere: SignInPlace = { account: '' };

/** Wherever somebody is signing in already: what they have typed is still there. */
export const asLeft: SignInPlace = { account: '', isAsLeft: true };

/** Opens the sign-in at a place; undefined where no AWS is shown. */
export const SignInContext = createContext<((place: SignInPlace) => void) | undefined>(undefined);
