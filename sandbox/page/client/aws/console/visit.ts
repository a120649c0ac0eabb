import type { AccountSlice, UserSlice } from '../../../slices.ts';
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

/** The one who is signed in, where the account is known; names of users have no case. */
export const userHere = ({ account, userName }: Visit): UserSlice | undefined =>
  account?.users.find((user) => user.userName.toLowerCase() === userName.toLowerCase());
