import { z } from 'zod';
import { result } from './access.ts';
import { approval } from './decision.ts';
import { accountRef, onboardingRequest, requester } from './request.ts';
import { onboardingState, posted } from './state.ts';
import { trouble } from './trouble.ts';

/** One person after provisioning, and what their message tells. */
const deliverInput = z.object({
  person: result,
  requestId: z.string(),
  requestedBy: requester,
  accounts: z.array(accountRef),
  decision: approval,
  /** What the method needs told of the profile: the names of groups, in its own terms. */
  profile: onboardingRequest.shape.profile,
  grants: z.record(z.string(), z.unknown()),
});
export type DeliverInput = z.infer<typeof deliverInput>;

const progressInput = onboardingRequest
  .pick({ requestId: true, requestedBy: true, profile: true, accounts: true, reason: true })
  .extend({
    message: posted,
    decision: approval,
    /** What the machine read of the profile. */
    grants: z.record(z.string(), z.unknown()),
    /** How many people the request is for, how many a batch takes, and which batch this was, from 0. */
    total: z.number(),
    size: z.number(),
    index: z.number(),
    people: z.array(result),
    trouble: trouble.optional(),
  });
export type ProgressInput = z.infer<typeof progressInput>;

/** What every task that a machine sends is given, by the task's name. */
export const TASK_INPUTS = {
  resolve: onboardingRequest,
  announce: onboardingState,
  acknowledge: onboardingState,
  remind: onboardingState,
  'await-decision': onboardingState,
  'look-again': onboardingState,
  'mark-approved': onboardingState,
  'tell-approved': onboardingState,
  deliver: deliverInput,
  progress: progressInput,
  report: onboardingState,
};
export type TaskName = keyof typeof TASK_INPUTS;
export type TaskInput<Name extends TaskName> = z.infer<(typeof TASK_INPUTS)[Name]>;

/** Tasks that matter only now, and for how many seconds: the machine goes on without them. */
export const BRIEF_TASKS = { remind: 30, progress: 60 } as const satisfies Partial<Record<TaskName, number>>;

/** The body of a queue message: what to do, and the token that answers it. */
export const taskMessage = z.object({
  task: z.string(),
  token: z.string().min(1),
  execution: z.string().min(1),
  /** When the execution was started, and how often the state was retried. */
  startedAt: z.string(),
  retries: z.number(),
  input: z.unknown(),
});
export type TaskMessage = z.infer<typeof taskMessage>;

/** An end that EventBridge tells of: nobody waits for an answer. */
export const endOfExecution = z.object({ task: z.literal('execution-ended'), execution: z.string().min(1) });
