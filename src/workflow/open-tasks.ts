import {
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import { beginning } from '../onboarding/characters.ts';

/** Answers the tasks that machines wait for, each by its token. */
export function createOpenTasks(sfn: SFNClient) {
  return {
    /** Completes a task. A token works once: `false` says that it was closed before, by an answer or a deadline. */
    succeed: (token: string, output: unknown): Promise<boolean> =>
      unlessClosed(sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output ?? null) }))),

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
