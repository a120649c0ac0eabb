import type { Plain } from '../json.ts';
import type { Entry, Execution } from './executions.ts';

export const seconds = (date: Date): number => date.getTime() / 1000;

/** As in a list. */
export const summarize = ({ executionArn, machine, name, status, startDate, stopDate }: Entry) => ({
  executionArn,
  stateMachineArn: machine.arn,
  name,
  status,
  startDate: seconds(startDate),
  stopDate: stopDate && seconds(stopDate),
});

export function describe(entry: Entry): Plain {
  const { input, output, error, cause } = entry;
  return { ...summarize(entry), input, output, error, cause, redriveCount: 0 };
}

/** As the caller of a synchronous execution is answered. */
export async function describeSync({ entry, ended }: Execution, input: string): Promise<Plain> {
  const outcome = await ended;
  return {
    ...summarize(entry),
    status: outcome.status === 'ABORTED' ? 'FAILED' : outcome.status,
    input,
    ...(outcome.status === 'SUCCEEDED' && { output: outcome.output }),
    ...(outcome.status === 'FAILED' && { error: outcome.error, cause: outcome.cause }),
  };
}
