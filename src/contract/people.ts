import { z } from 'zod';

/** Somebody who was typed in, not picked: perhaps not a member of the Slack workspace. */
export const typedPerson = z.object({
  email: z.string(),
  userName: z.string().optional(),
  name: z.string().optional(),
});
export type TypedPerson = z.infer<typeof typedPerson>;

/** Somebody who is to be given access: travels whole through provisioning, so that nothing has to be joined afterwards. */
export const person = z.object({
  userName: z.string(),
  displayName: z.string(),
  /** Where the method asks for them: somebody of one name has it twice. */
  givenName: z.string().optional(),
  familyName: z.string().optional(),
  locale: z.string(),
  slackUserId: z.string().optional(),
  /** Lower case. */
  email: z.string(),
  /** As it was written, where that is another: some directories tell the case apart. */
  emailAsWritten: z.string().optional(),
  /** Who may fetch what is handed over: the Slack id, or the SHA-256 of the e-mail (as `States.Hash`). */
  claimant: z.string(),
  /** The SHA-256 of the mailbox, that is of the address without its `+tag`: a person is one whichever address they use. */
  mailbox: z.string(),
});
export type Person = z.infer<typeof person>;

const SET_ASIDE_REASONS = [
  'unknown-in-slack',
  'deactivated',
  'bot',
  'guest',
  'other-workspace',
  'no-email',
  'email-domain',
  'user-name-invalid',
  'user-name-taken',
  'named-twice',
] as const;
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];

/** Named in the request, but not onboarded. `who` is a Slack id or, with an @ in it, an e-mail address. */
const setAside = z.object({ who: z.string(), reason: z.enum(SET_ASIDE_REASONS) });
export type SetAside = z.infer<typeof setAside>;

/** What the task `resolve` finds. `involved`: every Slack id and mailbox that takes part, so none of them may approve. */
export const resolved = z.object({
  users: z.array(person),
  setAside: z.array(setAside),
  involved: z.array(z.string()),
});
export type Resolved = z.infer<typeof resolved>;
