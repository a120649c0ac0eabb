import type { AccountSlice } from '../../../slices.ts';
import type { SignInPlace } from '../sign-in-context.ts';

/** What the pages of the console know: who is signed in, and how. */
export type Visit = {
  userName: string;
  account: AccountSlice | undefined;
  /** The account as it was typed at the door. */
  place: SignInPlace;
  session: string;
  mfa: boolean;
  onLeave: () => void;
};
