import type { UserSlice } from '../../../slices.ts';
import type { Visit } from './visit.ts';

/** The one who is signed in, where the account is known; names of users have no case. */
export const userHere = ({ account, userName }: Visit): UserSlice | undefined =>
  account?.users.find((user) => user.userName.toLowerCase() === userName.toLowerCase());
