import { createContext } from 'preact';

/** Where somebody signs in: an account, by its id or alias, and perhaps as whom. */
export type SignInPlace = { account: string; userName?: string };

/** Nobody followed an address. */
export const nowhere: SignInPlace = { account: '' };

/** Opens the sign-in form at an account; undefined where no AWS is shown. */
export const SignInContext = createContext<((account: string) => void) | undefined>(undefined);
