import type { AccountSlice, PersonSlice } from '../../slices.ts';

/** The ways in: a user in each account, or one at the AWS access portal. */
export const ways = ['iam-user', 'identity-center'] as const;
export type Way = (typeof ways)[number];

/** What to do next in the one job there is, and as whom. */
export type Step =
  | { name: 'ask'; person: PersonSlice }
  /** The form asks for no accounts where groups alone are given. */
  | { name: 'fill'; way: Way; takesAccounts: boolean }
  /** Nobody was asked yet. */
  | { name: 'inspect' }
  | { name: 'approve'; person: PersonSlice; channel: string | undefined }
  | { name: 'wait' }
  /** So many passwords wait for them, of as many accounts. */
  | { name: 'fetch'; person: PersonSlice; count: number }
  /** They are through with one account, and have another. */
  | { name: 'fetch-next'; person: PersonSlice; after: AccountSlice; account: AccountSlice }
  /** The password is on the screen. */
  | { name: 'copy'; account: AccountSlice; userName: string }
  | { name: 'sign-in'; person: PersonSlice; account: AccountSlice; userName: string }
  | { name: 'own-password' }
  | { name: 'assign-mfa' }
  | { name: 'sign-in-again'; account: AccountSlice; userName: string }
  | { name: 'read-mail'; account: AccountSlice; userName: string }
  /** Nobody in particular where an e-mail says where the portal is. */
  | { name: 'to-portal'; person: PersonSlice | undefined; userName: string }
  | { name: 'mailed-code'; email: string }
  | { name: 'portal-mfa' }
  | { name: 'open-account' }
  /** One way is done: there is another. */
  | { name: 'ask-next'; person: PersonSlice; way: Way }
  | { name: 'done' };

/** Whether a modal is what it is about: that covers what stands elsewhere. */
export const isDoneInModal = ({ name }: Step): boolean => name === 'fill' || name === 'copy';

/** Whether somebody has begun to sign in at the portal. */
export const isAtPortal = ({ name }: Step): boolean => ['mailed-code', 'portal-mfa', 'open-account'].includes(name);

/** Whether a way is at its end: nobody has to be led there who was not on it. */
export const isEnd = ({ name }: Step): boolean => name === 'done' || name === 'ask-next';
