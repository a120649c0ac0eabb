import { isDeepStrictEqual } from 'node:util';
import {
  DescribeExecutionCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  StartSyncExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { Decision, OnboardingRequest } from '../onboarding/request.ts';

/** What Step Functions does for the bot: remember requests, take decisions, make passwords. */
export type Workflow = ReturnType<typeof createWorkflow>;

/** Why the state machine `issue-password` made none. Its names are those of the machine's Fail states. */
export type IssueRefusal = 'NotYours' | 'ClaimClosed' | 'AlreadySignedIn' | 'AlreadyShown' | 'UserNotFound';
const ISSUE_REFUSALS: readonly string[] = [
  'NotYours',
  'ClaimClosed',
  'AlreadySignedIn',
  'AlreadyShown',
  'UserNotFound',
] satisfies IssueRefusal[];

export type Issued = { userName: string; loginUrl: string; password: string };

/** The execution of an express workflow ended otherwise than its definition foresees; the message holds no payload. */
export class IssueFailed extends Error {
  override name = 'IssueFailed';
}

/**
 * @param sfn retries what may be repeated
 * @param once a client with `maxAttempts: 1`, for what may not
 */
export function createWorkflow(
  { sfn, once }: { sfn: SFNClient; once: SFNClient },
  { onboardingArn, issuePasswordArn }: { onboardingArn: string; issuePasswordArn: string },
) {
  const executionArn = (name: string) => `${onboardingArn.replace(':stateMachine:', ':execution:')}:${name}`;

  /** The request as it was submitted, whatever became of it; `undefined` where there is no such execution. */
  async function describe(executionName: string): Promise<OnboardingRequest | undefined> {
    try {
      const command = new DescribeExecutionCommand({ executionArn: executionArn(executionName) });
      const { input } = await sfn.send(command, { abortSignal: AbortSignal.timeout(2_000) });
      return input === undefined ? undefined : (JSON.parse(input) as OnboardingRequest);
    } catch (err) {
      if (nameOf(err) === 'ExecutionDoesNotExist') return undefined;
      throw err;
    }
  }

  return {
    /**
     * Starts the onboarding; once per request, however often it is called. Gives up after 2 seconds, within Slack's 3.
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
        await sfn.send(command, { abortSignal: AbortSignal.timeout(2_000) });
      } catch (err) {
        // The name is the request's: it has been started already.
        if (nameOf(err) !== 'ExecutionAlreadyExists') throw err;
        const started = await describe(request.requestId);
        return started !== undefined && isDeepStrictEqual(contentsOf(started), contentsOf(request));
      }
      return true;
    },

    describe,

    /** Completes a task. A token works once: `false` says that it was closed before, by an answer or a deadline. */
    succeed: (token: string, output: unknown): Promise<boolean> =>
      unlessClosed(sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output ?? null) }))),

    /** Decides a request; `false` if it is decided already. Gives up after 2 seconds. */
    decide: (token: string, decision: Decision): Promise<boolean> =>
      unlessClosed(
        sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(decision) }), {
          abortSignal: AbortSignal.timeout(2_000),
        }),
      ),

    /** Fails a task; the state machine decides by the error's name what follows. Lengths: SendTaskFailure's limits. */
    fail: (token: string, error: string, cause: string): Promise<boolean> =>
      unlessClosed(
        sfn.send(
          new SendTaskFailureCommand({ taskToken: token, error: error.slice(0, 256), cause: cause.slice(0, 32_768) }),
        ),
      ),

    /** Is somebody still waiting for this task? */
    isOpen: (token: string): Promise<boolean> =>
      unlessClosed(sfn.send(new SendTaskHeartbeatCommand({ taskToken: token }))),

    /**
     * Makes a temporary password for the user, if `claimedBy` is who was onboarded under that name.
     * @param claimedBy the Slack id of who clicked, or the hash of an e-mail address
     * @param reissue replace a password that was shown before
     * @returns the password, or why there is none. Asked once only: a retry could replace what was just shown.
     * @throws IssueFailed when the workflow broke
     */
    async issuePassword(claim: {
      accountId: string;
      userName: string;
      claimedBy: string;
      reissue: boolean;
    }): Promise<Issued | IssueRefusal> {
      const { accountId: AccountId, userName: UserName, claimedBy: ClaimedBy, reissue: Reissue } = claim;
      const input = JSON.stringify({ AccountId, UserName, ClaimedBy, Reissue });
      const { status, output, error } = await once.send(
        new StartSyncExecutionCommand({ stateMachineArn: issuePasswordArn, input }),
      );
      if (status === 'SUCCEEDED' && output !== undefined) {
        return readIssued(output);
      }
      if (error !== undefined && ISSUE_REFUSALS.includes(error)) return error as IssueRefusal;
      throw new IssueFailed(`issue-password ended ${status} with ${error ?? 'no error name'}`);
    },
  };
}

/** What the person asked for, without when they did. */
function contentsOf({ requestedAt: _, approval: __, ...contents }: OnboardingRequest): object {
  return contents;
}

function readIssued(output: string): Issued {
  try {
    const { UserName, LoginURL, Password } = JSON.parse(output) as {
      UserName: string;
      LoginURL: string;
      Password: string;
    };
    return { userName: UserName, loginUrl: LoginURL, password: Password };
  } catch {
    // The parser's own message would quote what it read, and with it the password.
    throw new IssueFailed('issue-password answered what is not JSON');
  }
}

const CLOSED = ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'];

async function unlessClosed(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (err) {
    if (CLOSED.includes(nameOf(err))) return false;
    throw err;
  }
}

function nameOf(err: unknown): string {
  return err instanceof Error ? err.name : '';
}
