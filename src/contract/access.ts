import { z } from 'zod';
import { person } from './people.ts';
import { trouble } from './trouble.ts';

// What every method's machines answer, `inspect-<method>` and `provision-<method>`: see docs/threat-model.md for who believes whom.

/** Where somebody signs in; of a portal also in which Region it is, and what it is called in people's configuration of the AWS CLI. */
const signIn = z.object({
  LoginURL: z.string(),
  Alias: z.string().optional(),
  Region: z.string().optional(),
  SessionName: z.string().optional(),
});

/** Something that a profile gives and that has to be there: a group, in IAM in each account. */
const checked = z.object({
  Kind: z.enum(['group', 'permission-set']),
  Name: z.string(),
  Exists: z.boolean(),
  /** A company's directory says who is in it. */
  FromDirectory: z.boolean().optional(),
});

const nothing = z.null().transform(() => undefined);

/** Stands in a target for no account: what is given there is membership of groups, whatever accounts those open. */
export const GROUPS = 'groups';

/** What somebody is in an account: where a method gives several things there, each is a target of its own. */
const permissionSet = z.object({ Name: z.string(), Arn: z.string() });

/** A place where something is given: an account as it was found, or `GROUPS`. With a problem nothing is given in it. */
const target = z.object({
  AccountId: z.string(),
  PermissionSet: permissionSet.optional(),
  SignIn: z.union([signIn, nothing]),
  Problem: z.union([trouble, nothing]),
  Checked: z.array(checked),
});

/** What an approval would do for one person in one target: for a new user, for one who is there, or nothing. */
const effect = z.object({
  AccountId: z.string(),
  Effect: z.enum(['create', 'grant', 'has', 'refuse']),
  /** Of a refusal: an error's name. */
  Why: z.string().optional(),
});

/** The profile as the machine read it, past the bot. Grants are the method's own. */
const inspectedProfile = z.object({
  Grants: z.record(z.string(), z.unknown()),
  Version: z.string(),
  Approvers: z.object({ ids: z.array(z.string()), emails: z.array(z.string()), groups: z.array(z.string()) }),
});

/** A user who is there already, under the method's own id that nobody gets twice. */
const found = z.object({
  UserId: z.string(),
  UserName: z.string(),
  /** They have come from a company's directory. */
  FromDirectory: z.boolean().optional(),
});

/** What was found of one person. The effects are in the order of the targets. */
const inspectedUser = z.object({
  UserName: z.string(),
  Effects: z.array(effect),
  Found: found.optional(),
  /** They are known by their user name, and have another address there. */
  OtherMail: z.string().optional(),
  /** They are set aside, and why, by an error's name: nothing is given to them anywhere, and the others go on. */
  Why: z.string().optional(),
});

/** What was found before anybody is asked. */
export const inspection = z.object({
  Profile: inspectedProfile,
  Targets: z.array(target),
  Users: z.array(inspectedUser),
});
export type Inspection = z.infer<typeof inspection>;
export type Target = Inspection['Targets'][number];
export type Effect = z.infer<typeof effect>;

/** How somebody signs in for the first time, or goes on doing. */
const firstSignIn = z.enum([
  /** Their own, which they ask the bot for. */
  'temporary-password',
  /** A code that AWS mails once they have typed their user name into the portal. */
  'portal-code',
  'administrator-password',
  'company-account',
  'as-before',
]);
export type FirstSignIn = z.infer<typeof firstSignIn>;

/**
 * What became of one person in one target, and what their first sign-in takes. `had`: they had it before. `pending`: AWS goes on
 * preparing it, under the id `RequestId`.
 */
export const outcome = z.object({
  AccountId: z.string(),
  PermissionSet: z.string().optional(),
  Status: z.enum(['done', 'had', 'pending', 'failed']),
  FirstSignIn: firstSignIn.default('as-before'),
  SignIn: signIn.optional(),
  /** The user by the id that nobody gets twice, whatever name is used again. */
  User: z.object({ UserId: z.string() }).optional(),
  Error: z.string().optional(),
  /** Why it failed, in AWS's words. */
  Reason: z.string().optional(),
  RequestId: z.string().optional(),
});
export type AccountOutcome = z.infer<typeof outcome>;

const delivered = z.object({ via: z.enum(['slack', 'mail']) });

/** A person after provisioning: with what became of them in each account, and whether they were told. */
export const result = person.extend({
  Outcomes: z.array(outcome).default([]),
  /** They could sign in somewhere the same way before: by themselves, or as members of a group. */
  hadAccess: z.boolean().optional(),
  delivered: delivered.optional(),
  undelivered: trouble.optional(),
  /** What was made for them and could not be taken back. */
  left: trouble.optional(),
});
export type Result = z.infer<typeof result>;
