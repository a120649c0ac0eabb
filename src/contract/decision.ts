import { z } from 'zod';

/** `email` is the mailbox, as in `involved`. */
const decider = z.object({ slackUserId: z.string(), email: z.string(), name: z.string() });
export type Decider = z.infer<typeof decider>;

/** `request` is the execution that the decision was judged for; the state machine refuses it for any other. */
const decided = { request: z.string(), by: decider, at: z.string() };

/** `version` is the profile's that the card showed: nothing else is given. */
export const approval = z.object({
  outcome: z.literal('approved'),
  ...decided,
  claimUntil: z.string(),
  version: z.string(),
});
export type Approval = z.infer<typeof approval>;

export const decision = z.discriminatedUnion('outcome', [
  approval,
  z.object({ outcome: z.literal('denied'), ...decided, reason: z.string() }),
  z.object({ outcome: z.literal('withdrawn'), ...decided }),
  z.object({ outcome: z.literal('expired') }),
]);
export type Decision = z.infer<typeof decision>;
