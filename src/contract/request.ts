import { z } from 'zod';
import { typedPerson } from './people.ts';
import { worded } from './worded.ts';

/** An account as a request names it. `isManagement` is for the card; the machine asks Organizations itself. */
export const accountRef = z.object({ id: z.string(), name: z.string(), isManagement: z.boolean().default(false) });
export type AccountRef = z.infer<typeof accountRef>;

export const requester = z.object({
  slackUserId: z.string(),
  email: z.string(),
  name: z.string(),
  locale: z.string(),
});

/** What somebody asked for: the input of the state machine `onboarding`, fixed from the moment it is submitted. */
export const onboardingRequest = z.object({
  /** The view's id: submitting the same form twice names the same execution. */
  requestId: z.string(),
  requestedAt: z.string(),
  requestedBy: requester,
  /** What the profile gives is not in here: the machines read that themselves. */
  profile: z.object({ id: z.string(), name: worded, description: worded, method: z.string() }),
  accounts: z.array(accountRef),
  people: z.object({ slackUserIds: z.array(z.string()), typed: z.array(typedPerson) }),
  reason: z.string(),
  /** The time to decide is in two halves: between them the approvers are reminded. */
  approval: z.object({
    channel: z.string(),
    expiresAt: z.string(),
    remindAfterSeconds: z.number(),
    expireAfterReminderSeconds: z.number(),
  }),
});
export type OnboardingRequest = z.infer<typeof onboardingRequest>;
