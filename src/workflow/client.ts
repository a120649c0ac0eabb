import type { SFNClient } from '@aws-sdk/client-sfn';
import { createDecide } from './decide.ts';
import { createEndedExecutions } from './ended-executions.ts';
import { createOpenTasks } from './open-tasks.ts';
import { createRecentAccess } from './recent-access.ts';
import { createRequests } from './requests.ts';
import { createStanding } from './standing.ts';

/** What Step Functions does for the bot: remember requests, take decisions, hand out tasks. */
export type Workflow = ReturnType<typeof createWorkflow>;

/**
 * @param sfn retries what may be repeated
 * @param once does not
 */
export function createWorkflow({ sfn, once }: { sfn: SFNClient; once: SFNClient }, onboardingArn: string) {
  const arnOf = (name: string) => `${onboardingArn.replace(':stateMachine:', ':execution:')}:${name}`;
  const standing = createStanding(sfn, arnOf);

  return {
    ...createRequests(sfn, onboardingArn, arnOf),
    ...createOpenTasks(sfn),
    ...createEndedExecutions(sfn, onboardingArn, arnOf),
    standing,
    decide: createDecide({ once, standing }),
    /** What somebody was given lately, for who doubts a message. */
    recentAccess: createRecentAccess(sfn, onboardingArn),
  };
}
