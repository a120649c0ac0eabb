import type { DescribedIdentityCenter } from '../identity-center/described.ts';

export type Language = 'en' | 'ja';

/** A member of the local Slack workspace, with the flags that Slack's `users.info` would give. */
export type Person = {
  id: string;
  /** Slack's handle, without the @. */
  name: string;
  realName: string;
  email: string;
  locale: string;
  bot?: true;
  deleted?: true;
  guest?: 'multi-channel' | 'single-channel';
  /** Of another workspace, met through a shared channel. */
  stranger?: true;
  /** On Enterprise Grid: the workspace that Slack counts them to, and all in which they are. */
  grid?: { team: string; teams: string[] };
  /** They have not followed the link in Slack's mail: the address may be anybody's. */
  unconfirmed?: true;
};

export type Channel = { id: string; name: string; private: boolean; shared?: true; members: string[] };

export type UserGroup = { id: string; handle: string; members: string[] };

export type OrganizationalUnit = { id: string; name: string; parent: string };

/** A member account with what was in it before boarding-pass came. */
export type Account = {
  id: string;
  name: string;
  email: string;
  parent: string;
  state: 'ACTIVE' | 'SUSPENDED' | 'PENDING_CLOSURE';
  /** The sign-in alias; an account without one is reached by its id. */
  alias?: string;
  /** Names of the IAM groups that exist. */
  groups: string[];
  /** Names of IAM users that exist already. */
  users?: string[];
  /** A custom password policy; without one IAM's default holds. */
  passwordPolicy?: {
    MinimumPasswordLength: number;
    RequireSymbols: boolean;
    RequireNumbers: boolean;
    RequireUppercaseCharacters: boolean;
    RequireLowercaseCharacters: boolean;
  };
  /** The StackSet of boarding-pass does not reach this account: it has no role for the state machines. */
  withoutRoles?: true;
  /** What this account's stack is given instead of the StackSet's parameters. */
  stackParameters?: StackParameters;
};

/** Parameters of `manifests/aws/member-account.yaml`. */
export type StackParameters = {
  HomeAccountId?: string;
  HomeRegion?: string;
  AllowedGroupArns?: string;
  AllowedPolicyArns?: string;
};

/** The workspace, and how the app is in it. */
export type Team = {
  id: string;
  name: string;
  domain: string;
  /** On Enterprise Grid: the organization that it is of, and whether the app was installed for the whole of it. */
  enterprise?: { id: string; name: string; orgWide?: true };
  /** Without a plan that is paid for there are no user groups. */
  plan?: 'free';
};

/** Who is in its Slack, and which accounts its AWS has. */
export type Organization = {
  team: Team;
  people: Person[];
  channels: Channel[];
  userGroups: UserGroup[];
  /** Where boarding-pass itself lives, and which account manages the organization. */
  homeAccount: string;
  homeRegion: string;
  managementAccount: string;
  /** What the StackSet of boarding-pass is given besides the home account and Region: what profiles may name. */
  stackParameters: StackParameters;
  root: string;
  units: OrganizationalUnit[];
  accounts: Account[];
  identityCenter: DescribedIdentityCenter;
};

/** The same organization in which everybody reads Slack in one language. */
export function reading(organization: Organization, language: Language): Organization {
  const locale = language === 'ja' ? 'ja-JP' : 'en-US';
  return { ...organization, people: organization.people.map((person) => ({ ...person, locale })) };
}
