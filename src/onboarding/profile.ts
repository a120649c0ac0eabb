import type { OnboardingRequest } from '../contract/request.ts';
import type { Worded } from '../contract/worded.ts';
import type { UserNameTemplate } from './user-name.ts';

/** What a profile gives, in the terms of its method alone. */
export type Grants = Record<string, unknown>;

/** A part of it as people read it. What may be done with a permission set is in `details`. */
export type Gift =
  | { kind: 'groups' | 'policies'; names: string[] }
  | {
      kind: 'opens';
      name: string;
      accountIds: string[];
      /** There are others, of which nobody has asked how many. */
      isMore?: true;
    }
  | { kind: 'permission-set'; name: string; details: PermissionSetDetails };

export type PermissionSetDetails = {
  managed: string[];
  customerManaged: string[];
  hasInline: boolean;
  hasBoundary: boolean;
  administers: boolean;
  /** ISO 8601, as AWS has it: `PT8H`. */
  session: string;
};

/** One kind of access that can be asked for, as `onboarding.yaml` defines it. */
export type Profile = {
  id: string;
  name: Worded;
  description: Worded;
  method: string;
  grants: Grants;
  /** What the method is told once for all of its profiles. */
  settings: Record<string, unknown>;
  accounts: { only: string[] | undefined; ous: string[] | undefined; except: string[] };
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

/**
 * Is this profile offered in this account? Unless the policy says otherwise: in every active account but the management account,
 * which it has to name. The machines ask the same of Organizations: manifests/aws/machines/accounts.ts.
 */
export function isOffered({ accounts: { only, ous, except } }: Pick<Profile, 'accounts'>, account: Account): boolean {
  if (!account.isActive || except.includes(account.id)) return false;
  if (only) return only.includes(account.id);
  if (account.isManagement) return false;
  return ous === undefined || ous.some((ou) => account.unitIds.includes(ou));
}

/** Is what was asked for still what the policy offers? An approval today must not give the rights of another day's policy. */
export function isStillOffered(
  profile: Profile,
  { profile: asked, accounts }: OnboardingRequest,
  find: (id: string) => Account | undefined,
): boolean {
  if (profile.method !== asked.method) return false;
  return accounts.every(({ id }) => {
    const known = find(id);
    // While the accounts are still loading, the exceptions at least are known.
    return known ? isOffered(profile, known) : !profile.accounts.except.includes(id);
  });
}

/** The ids of accounts and organizational units that profiles name. */
export function idsIn(profiles: Pick<Profile, 'accounts'>[]): string[] {
  return [
    ...new Set(
      profiles.flatMap(({ accounts }) => [...(accounts.only ?? []), ...(accounts.ous ?? []), ...accounts.except]),
    ),
  ];
}
