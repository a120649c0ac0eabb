import { z } from 'zod';
import { person } from './people.ts';
import { trouble } from './trouble.ts';

// What every method's machines answer, `inspect-<method>` and `provision-<method>`: see docs/threat-model.md for who believes whom.

const signIn = z.object({ LoginURL: z.string(), Alias: z.string().optional() });

/** Something that a profile gives and that has to be there: a group, in IAM in each account. */
const checked = z.object({ Kind: z.enum(['group']), Name: z.string(), Exists: z.boolean() });

const nothing = z.null().transform(() => undefined);

/** An account as it was found. With a problem nothing is given in it. */
const target = z.object({
  AccountId: z.string(),
  SignIn: z.union([signIn, nothing]),
  Problem: z.union([trouble, nothing]),
  Checked: z.array(checked),
});

/** What an approval would do for one person in one account. */
const effect = z.object({
  AccountId: z.string(),
  Effect: z.enum(['create', 'refuse']),
  /** Of a refusal: an error's name. */
  Why: z.string().optional(),
});

/** The profile as the machine read it, past the bot. Grants are the method's own. */
const inspectedProfile = z.object({
  Grants: z.record(z.string(), z.unknown()),
  Version: z.string(),
  Approvers: z.object({ ids: z.array(z.string()), emails: z.array(z.string()), groups: z.array(z.string()) }),
});

/** What was found before anybody is asked. The effects of a person are in the order of the targets. */
export const inspection = z.object({
  Profile: inspectedProfile,
  Targets: z.array(target),
  Users: z.array(z.object({ UserName: z.string(), Effects: z.array(effect) })),
});
export type Inspection = z.infer<typeof inspection>;
export type Target = Inspection['Targets'][number];
export type Effect = z.infer<typeof effect>;

/** What became of one person in one account, and what their first sign-in takes. */
export const outcome = z.object({
  AccountId: z.string(),
  Status: z.enum(['done', 'failed']),
  FirstSignIn: z.enum(['temporary-password', 'as-before']).default('as-before'),
  SignIn: signIn.optional(),
  /** The user by the id that nobody gets twice, whatever name is used again. */
  User: z.object({ UserId: z.string() }).optional(),
  Error: z.string().optional(),
});
export type AccountOutcome = z.infer<typeof outcome>;

const delivered = z.object({ via: z.enum(['slack', 'mail']) });

/** A person after provisioning: with what became of them in each account, and whether they were told. */
export const result = person.extend({
  Outcomes: z.array(outcome).default([]),
  delivered: delivered.optional(),
  undelivered: trouble.optional(),
});
export type Result = z.infer<typeof result>;
