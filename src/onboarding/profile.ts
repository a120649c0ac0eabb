import type { OnboardingRequest } from './request.ts';
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
  // The root holds everything: whoever wants the management account offered must name a unit that it is in.
  return ous.some((ou) => account.unitIds.includes(ou) && !(account.isManagement && ou.startsWith('r-')));
}

/** Is what was asked for still what the policy offers? An approval today must not give the rights of another day's policy. */
export function isStillOffered(
  profile: Profile,
  { profile: asked, account }: OnboardingRequest,
  known: Account | undefined,
): boolean {
  const isSame = (a: string[], b: string[]) => a.length === b.length && a.every((entry) => b.includes(entry));
  if (profile.method !== asked.method) return false;
  if (!isSame(profile.groups, asked.groups) || !isSame(profile.policyArns, asked.policyArns)) return false;
  // While the accounts are still loading, the exceptions at least are known.
  return known ? isOffered(profile, known) : !profile.accounts.except.includes(account.id);
}
