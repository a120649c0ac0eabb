import { z } from 'zod';
import { inspection, result } from './access.ts';
import { decision } from './decision.ts';
import { resolved } from './people.ts';
import { onboardingRequest } from './request.ts';
import { trouble } from './trouble.ts';

/** A message that the bot posted. */
export const posted = z.object({ channel: z.string(), ts: z.string() });
export type Posted = z.infer<typeof posted>;

/** `listed`: whether what became of these people was told in the request's thread. */
export const batch = z.object({
  people: z.array(result),
  trouble: trouble.optional(),
  listed: z.object({ inThread: z.boolean() }).optional(),
});
export type Batch = z.infer<typeof batch>;

/** The state of an execution of `onboarding` as its tasks are given it. */
export const onboardingState = onboardingRequest.extend({
  resolved: resolved.optional(),
  inspection: inspection.optional(),
  /** Where the request stands in the approvals channel, and where the requester was told of it. */
  message: posted.optional(),
  followed: posted.optional(),
  decision: decision.optional(),
  /** After an approval: the requester is found to have left, and the approvers are asked again, who may not have known. */
  requesterLeft: trouble.optional(),
  trouble: trouble.optional(),
  /** How the people are divided into batches: before it is there nothing was given. */
  board: z.unknown().optional(),
  outcomes: z.array(batch).optional(),
});
export type OnboardingState = z.infer<typeof onboardingState>;
