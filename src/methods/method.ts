import type { z } from 'zod';
import type { CliAccess, CliSetup } from '../onboarding/cli.ts';
import type { UserNameRule } from '../onboarding/form-problem.ts';
import type { Gift, Grants, Profile } from '../onboarding/profile.ts';

/** A mistake in what a profile of a method says: where, below the profile, and what to do, as it follows the place. */
export type Mistake = { path: PropertyKey[]; text: string };

export type Settings = Record<string, unknown>;

/** How people come to their access from a terminal: by the portal, which the AWS CLI has to be told of, or as they sign in to the console. */
export type Terminal =
  | {
      kind: 'portal';
      /** `undefined` where the portal is none that the AWS CLI could be told of. @param hash SHA-256, in hexadecimal */
      setUp(access: CliAccess, hash: (text: string) => string): CliSetup | undefined;
      /** A command that a permission set allows, without `aws`, where one is known of what inspection found. */
      firstCommand(grants: Grants, permissionSet: string): string | undefined;
    }
  | { kind: 'console' };

/** One way of giving access: all that differs between them. The machines of a method are in manifests/aws/machines. */
export type Method = {
  /** A section of the policy file that tells the method what is the same for all of its profiles; by its name there. */
  section?: { name: string; schema: z.ZodType<Settings> };
  /** What a profile of this method gives, as it stands in the policy file beside what every profile says. */
  settings: z.ZodRawShape;
  /** What is wrong between the settings of a profile, and between them and the section. */
  mistakes?(grants: Grants, section: Settings): Mistake[];
  /** May a user be called that? */
  isUserName(text: string): boolean;
  userNameRule: UserNameRule;
  /** Does a user have a given and a family name? */
  takesNames: boolean;
  /** In how many places something is given to one person: each has an outcome of its own. Where it is given in no account, in one. */
  targetsIn(accounts: number, grants: Grants): number;
  /** Is what the profile gives given in accounts? Where it is not, no account is asked for. */
  takesAccounts(grants: Grants): boolean;
  terminal: Terminal;
  /** What the profile gives, for the approver to read; as the policy has it, or as inspection found it. */
  show(grants: Grants): Gift[];
  /** What the machine `check` found that keeps a profile from being given, each with its remedy; it follows the profile's id. */
  faults?(fault: string | null, found: Grants | undefined, profile: Pick<Profile, 'accounts' | 'settings'>): string[];
  /** What makes people stumble though it is no mistake, each with its remedy; it follows the profile's id. */
  warnings(grants: Grants): string[];
  /** What the stacks would have to allow and cannot, because AWS takes no more, each with its remedy. */
  tooLarge(profiles: { grants: Grants; accounts: { only: string[] | undefined } }[], section: Settings): string[];
  /** What the stacks must allow so that these profiles can be given, as lines of `npm run policy`. */
  toAllow(profiles: { grants: Grants; accounts: { only: string[] | undefined } }[], section: Settings): string[];
};
