import { isDeepStrictEqual } from 'node:util';
import {
  DescribeExecutionCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { readJson } from '../contract/read.ts';
import { type OnboardingRequest, onboardingRequest } from '../contract/request.ts';
import { beginning } from '../onboarding/characters.ts';
import { createDecide } from './decide.ts';
import { createEndedExecutions } from './ended-executions.ts';
import { createRecentAccess } from './recent-access.ts';
import { createStanding } from './standing.ts';

/** What Step Functions does for the bot: remember requests, take decisions, hand out tasks. */
export type Workflow = ReturnType<typeof createWorkflow>;

/**
 * @param sfn retries what may be repeated
 * @param once does not
 */
export function createWorkflow({ sfn, once }: { sfn: SFNClient; once: SFNClient }, onboardingArn: string) {
  const executionArn = (name: string) => `${onboardingArn.replace(':stateMachine:', ':execution:')}:${name}`;

  const standing = createStanding(sfn, executionArn);

  /** The request as it was submitted, whatever became of it; `undefined` where there is no such execution. */
  async function findRequest(executionName: string): Promise<OnboardingRequest | undefined> {
    try {
      const command = new DescribeExecutionCommand({ executionArn: executionArn(executionName) });
      const { input } = await sfn.send(command, { abortSignal: AbortSignal.timeout(1_500) });
      return input === undefined ? undefined : readJson(onboardingRequest, input, 'the request');
    } catch (err) {
      if (nameOf(err) === 'ExecutionDoesNotExist') return undefined;
      throw err;
    }
  }

  return {
    /**
     * Starts the onboarding; once per request, however often it is called. Gives up after 1.5 seconds, within Slack's 3.
     * @returns `false` if this request was started before with other contents, which hold
     * @throws when it is not known to have started
     */
    async start(request: OnboardingRequest): Promise<boolean> {
      const command = new StartExecutionCommand({
        stateMachineArn: onboardingArn,
        name: request.requestId,
        input: JSON.stringify(request),
      });
      try {
        await sfn.send(command, { abortSignal: AbortSignal.timeout(1_500) });
      } catch (err) {
        // The name is the request's: it has been started already.
        if (nameOf(err) !== 'ExecutionAlreadyExists') throw err;
        const started = await findRequest(request.requestId);
        return started !== undefined && isDeepStrictEqual(contentsOf(started), contentsOf(request));
      }
      return true;
    },

    findRequest,

    /** What somebody was given lately, for who doubts a message. */
    recentAccess: createRecentAccess(sfn, onboardingArn),

    ...createEndedExecutions(sfn, onboardingArn, executionArn),

    /** Completes a task. A token works once: `false` says that it was closed before, by an answer or a deadline. */
    succeed: (token: string, output: unknown): Promise<boolean> =>
      unlessClosed(sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output ?? null) }))),

    standing,

    decide: createDecide({ once, standing }),

    /** Fails a task; the state machine decides by the error's name what follows. Lengths: SendTaskFailure's limits. */
    fail: (token: string, error: string, cause: string): Promise<boolean> =>
      unlessClosed(
        sfn.send(
          new SendTaskFailureCommand({
            taskToken: token,
            error: beginning(error, 256),
            cause: beginning(cause, 32_768),
          }),
        ),
      ),

    /**
     * Is somebody still waiting for this task? Only a clear no counts: AWS does not say what a heartbeat gets where the state
     * expects none, and others that speak its protocol call the token invalid then.
     */
    isOpen: (token: string): Promise<boolean> =>
      unless(['TaskTimedOut', 'TaskDoesNotExist'], sfn.send(new SendTaskHeartbeatCommand({ taskToken: token }))).catch(
        (err: unknown) => {
          if (nameOf(err) === 'InvalidToken') return true;
          throw err;
        },
      ),
  };
}

/** What the person asked for, without when they did. */
function contentsOf({ requestedAt: _, approval: __, ...contents }: OnboardingRequest): object {
  return contents;
}

const unlessClosed = (call: Promise<unknown>): Promise<boolean> =>
  unless(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'], call);

/** Whether a call succeeded; these errors mean that it did not. */
async function unless(names: string[], call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (err) {
    if (names.includes(nameOf(err))) return false;
    throw err;
  }
}

function nameOf(err: unknown): string {
  return err instanceof Error ? err.name : '';
}
