import {
  DescribeExecutionCommand,
  type HistoryEvent,
  paginateGetExecutionHistory,
  paginateListExecutions,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import { type OnboardingState, onboardingState } from '../contract/state.ts';
import { brokenOff } from '../onboarding/broken-off.ts';

const ABNORMAL = ['FAILED', 'TIMED_OUT', 'ABORTED'] as const;

/** The longest that a request waits for a decision, and a day for all the rest. */
const LONGEST_MS = 15 * 24 * 3_600_000;

/** Finds executions of `onboarding` that ended otherwise than by their last state. */
export function createEndedExecutions(sfn: SFNClient, onboardingArn: string, arnOf: (executionName: string) => string) {
  return {
    /**
     * How far an execution came, and what went wrong; `undefined` if it ended well after all, has reported, or is no request:
     * somebody started it by hand.
     */
    async findBrokenOff(executionName: string): Promise<OnboardingState | 'running' | undefined> {
      const executionArn = arnOf(executionName);
      const { status, error, input = '{}' } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
      if (status === 'RUNNING') return 'running';
      if (!ABNORMAL.some((each) => each === status)) return undefined;
      const state = await lastState(executionArn, input);
      if (!state) return undefined;
      return brokenOff(state, error ? `${status}: ${error}` : `${status}`);
    },

    /** The names of those that ended since a moment. Step Functions lists them by their start, the newest first. */
    async *brokenOffSince(moment: Date): AsyncGenerator<string> {
      for (const statusFilter of ABNORMAL) {
        const pages = paginateListExecutions({ client: sfn }, { stateMachineArn: onboardingArn, statusFilter });
        for await (const { executions = [] } of pages) {
          for (const { name, stopDate } of executions) if (name && stopDate && stopDate >= moment) yield name;
          const oldest = executions.at(-1)?.startDate;
          if (oldest && oldest.getTime() < moment.getTime() - LONGEST_MS) break;
        }
      }
    },
  };

  /**
   * What the newest state outside a Map was given or left behind: only that reads as a request. `undefined` if the execution
   * has reported, or its input is no request; its input if no state was entered.
   */
  async function lastState(executionArn: string, input: string): Promise<OnboardingState | undefined> {
    for await (const { events = [] } of paginateGetExecutionHistory(
      { client: sfn, pageSize: 200 },
      { executionArn, reverseOrder: true },
    )) {
      for (const event of events) {
        if (event.stateExitedEventDetails?.name === 'Report') return undefined;
        const { data } = onboardingState.safeParse(payloadOf(event));
        if (data) return data;
      }
    }
    return onboardingState.safeParse(JSON.parse(input)).data;
  }
}

function payloadOf({ stateEnteredEventDetails, stateExitedEventDetails }: HistoryEvent): unknown {
  const json = stateExitedEventDetails?.output ?? stateEnteredEventDetails?.input;
  return json === undefined ? undefined : JSON.parse(json);
}
