import { isDeepStrictEqual } from 'node:util';
import { DescribeExecutionCommand, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { readJson } from '../contract/read.ts';
import { type OnboardingRequest, onboardingRequest } from '../contract/request.ts';

/** Starts requests, and finds them again. */
export function createRequests(sfn: SFNClient, onboardingArn: string, arnOf: (executionName: string) => string) {
  /** The request as it was submitted, whatever became of it; `undefined` where there is no such execution. */
  async function findRequest(executionName: string): Promise<OnboardingRequest | undefined> {
    try {
      const command = new DescribeExecutionCommand({ executionArn: arnOf(executionName) });
      const { input } = await sfn.send(command, { abortSignal: AbortSignal.timeout(1_500) });
      return input === undefined ? undefined : readJson(onboardingRequest, input, 'the request');
    } catch (err) {
      if (nameOf(err) === 'ExecutionDoesNotExist') return undefined;
      throw err;
    }
  }

  return {
    findRequest,

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
  };
}

/** What the person asked for, without when they did. */
function contentsOf({ requestedAt: _, approval: __, ...contents }: OnboardingRequest): object {
  return contents;
}

function nameOf(err: unknown): string {
  return err instanceof Error ? err.name : '';
}
