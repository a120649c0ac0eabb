import { setTimeout as pause } from 'node:timers/promises';
import { type HistoryEvent, paginateGetExecutionHistory, type SFNClient } from '@aws-sdk/client-sfn';
import { z } from 'zod';
import { type OnboardingState, onboardingState } from '../contract/state.ts';
import { type ProgressInput, TASK_INPUTS } from '../contract/tasks.ts';
import { brokenOff } from '../onboarding/broken-off.ts';

/** How far a request has come. */
export type Standing = {
  /** Grows with everything that its messages have to say anew. */
  at: number;
  state: OnboardingState;
  /** The token of the task that waits for a decision now. */
  deciding?: string;
  /** Of the newest batch that is over. */
  progress?: ProgressInput;
  /** Nothing follows any more but its report. */
  isOver: boolean;
};

const sent = z.object({ MessageBody: z.object({ task: z.string(), token: z.string() }) });

/** How often, and after how many milliseconds each time, the history is read again that does not know yet what is known. */
const LOOKS = [100, 200, 400, 800];

/**
 * Reads how requests stand, from the histories of their executions alone: of these nothing says that they lag behind, and they take
 * nothing of the 15 calls a second that DescribeExecution has (facts: Step Functions API reference and quotas).
 */
export function createStanding(sfn: SFNClient, arnOf: (executionName: string) => string) {
  /**
   * @param closed the token of a task that is known to wait no more
   * @returns `undefined` for what is no request: somebody started it by hand
   */
  return async function standing(executionName: string, closed?: string): Promise<Standing | undefined> {
    for (const ms of LOOKS) {
      const found = await read(arnOf(executionName));
      if (!found || found.waiting === undefined || found.waiting !== closed) return found?.standing;
      await pause(ms);
    }
    return (await read(arnOf(executionName)))?.standing;
  };

  /** The newest state outside a Map decides: only its input and output read as a request. What came after it adds to that. */
  async function read(executionArn: string): Promise<{ standing: Standing; waiting: string | undefined } | undefined> {
    let newest: Newest = {};
    for await (const { events = [] } of paginateGetExecutionHistory(
      { client: sfn, pageSize: 200 },
      { executionArn, reverseOrder: true },
    )) {
      for (const event of events) {
        newest = { ...take(event), ...newest };
        const { data: state } = onboardingState.safeParse(payloadOf(event));
        if (!state) continue;
        const isReported = event.stateEnteredEventDetails?.name === 'Report';
        return { standing: standingOf(state, newest, event.id ?? 0, isReported), waiting: newest.task?.token };
      }
    }
    return undefined;
  }
}

/** What is already known of an execution when its history is read backwards. */
type Newest = {
  /** How it ended; `RUNNING` if it was redriven. */
  end?: string;
  /** The task that was sent last; without a token if it is done. */
  task?: { name?: string; token?: string; at: number };
  progress?: { input: ProgressInput; at: number };
};

function take(event: HistoryEvent): Newest {
  const { id: at = 0, type = '', stateEnteredEventDetails: entered, taskScheduledEventDetails: scheduled } = event;
  if (type === 'ExecutionRedriven') return { end: 'RUNNING' };
  const [, ended] = /^Execution(Succeeded|Failed|TimedOut|Aborted)$/.exec(type) ?? [];
  if (ended) {
    const { executionFailedEventDetails, executionTimedOutEventDetails, executionAbortedEventDetails } = event;
    const details = executionFailedEventDetails ?? executionTimedOutEventDetails ?? executionAbortedEventDetails;
    return {
      end: [ended.replace(/(?<=[a-z])(?=[A-Z])/, '_').toUpperCase(), ...(details?.error ? [details.error] : [])].join(
        ': ',
      ),
    };
  }
  if (/^Task(Succeeded|Failed|TimedOut|StartFailed|SubmitFailed)$/.test(type)) return { task: { at } };
  if (scheduled?.parameters !== undefined) {
    const { data } = sent.safeParse(JSON.parse(scheduled.parameters));
    return { task: { at, ...(data && { name: data.MessageBody.task, token: data.MessageBody.token }) } };
  }
  if (entered?.name !== 'Progress' || entered.input === undefined) return {};
  const { data: input } = TASK_INPUTS.progress.safeParse(JSON.parse(entered.input));
  return input ? { progress: { input, at } } : {};
}

function standingOf(state: OnboardingState, newest: Newest, at: number, isReported: boolean): Standing {
  const { end = 'RUNNING', task, progress } = newest;
  const hasEnded = end !== 'RUNNING';
  const isDeciding = !hasEnded && task?.name === 'await-decision';
  return {
    at: Math.max(at, progress?.at ?? 0, isDeciding ? (task?.at ?? 0) : 0),
    state: hasEnded && end !== 'SUCCEEDED' ? brokenOff(state, end) : state,
    isOver: hasEnded || isReported,
    ...(isDeciding && task?.token !== undefined && { deciding: task.token }),
    ...(progress && { progress: progress.input }),
  };
}

function payloadOf({ stateEnteredEventDetails, stateExitedEventDetails }: HistoryEvent): unknown {
  const json = stateExitedEventDetails?.output ?? stateEnteredEventDetails?.input;
  return json === undefined ? undefined : JSON.parse(json);
}
