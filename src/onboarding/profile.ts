import type { UserNameTemplate } from './user-name.ts';

/** One kind of access that can be asked for, as `onboarding.yaml` defines it. */
export type Profile = {
  id: string;
  name: string;
  description: string;
  method: 'iam-user';
  groups: string[];
  policyArns: string[];
  accounts: { ous: string[] | undefined; except: string[] };
  /** Slack user groups (S…), users (U…) and e-mails; undefined: any full member of the workspace. */
  requesters: string[] | undefined;
  approvers: string[];
  userName: UserNameTemplate;
  emailDomains: string[];
  guests: 'refuse' | 'allow';
  claimWithinSeconds: number;
};

/** A member account of the organization, with the ids of the root and the units above it. */
export type Account = {
  id: string;
  name: string;
  email: string;
  isActive: boolean;
  isManagement: boolean;
  unitIds: string[];
  /** The names of those units, outermost first: `Products / Payments`. */
  unitPath: string;
};

/** Is this profile offered in this account? Unless the policy says otherwise: in every active account but the management account. */
export function isOffered(profile: Profile, account: Account): boolean {
  const { ous, except } = profile.accounts;
  if (!account.isActive || except.includes(account.id)) return false;
  if (ous === undefined) return !account.isManagement;
  return ous.some((ou) => account.unitIds.includes(ou));
}
