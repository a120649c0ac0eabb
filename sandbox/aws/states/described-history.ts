import type { Plain } from '../json.ts';
import type { Entry } from './executions.ts';
import { type HistoryEvent, parametersOf } from './history.ts';

type Details = { [key: string]: Plain };

/** What the interpreter calls the end of a try. */
const FAILED = ['StateFailed', 'StateRetried', 'StateCaught'];

const ENDS = {
  SUCCEEDED: 'ExecutionSucceeded',
  FAILED: 'ExecutionFailed',
  TIMED_OUT: 'ExecutionTimedOut',
  ABORTED: 'ExecutionAborted',
};

/**
 * The history as GetExecutionHistory gives it: of all its events those that tell which state was entered and left with what, what
 * tasks were given and whether they are done, and how it ended.
 */
export function describeHistory({ machine, history = [], ...entry }: Entry): Plain[] {
  const detailsOf = (event: HistoryEvent): Details | undefined => {
    const { type, state: name, input, output } = event;
    if (type === 'ExecutionStarted') return { type, executionStartedEventDetails: { input: entry.input } };
    if (!name) return undefined;
    const stateType = machine.definition.types.get(name);
    if (type === 'StateEntered')
      return { type: `${stateType}StateEntered`, stateEnteredEventDetails: { name, input: JSON.stringify(input) } };
    if (type === 'StateExited')
      return { type: `${stateType}StateExited`, stateExitedEventDetails: { name, output: JSON.stringify(output) } };
    return stateType === 'Task' ? detailsOfTask(event) : undefined;
  };
  const { status, error, cause, stopDate } = entry;
  const ended: Plain[] =
    status === 'RUNNING'
      ? []
      : [
          {
            id: history.length + 1,
            timestamp: (stopDate?.getTime() ?? 0) / 1000,
            type: ENDS[status],
            ...(status === 'FAILED' && { executionFailedEventDetails: { error, cause } }),
          },
        ];
  return [
    ...history.flatMap((event, index) => {
      const details = detailsOf(event);
      return details ? [{ id: index + 1, timestamp: Date.parse(event.at) / 1000, ...details }] : [];
    }),
    ...ended,
  ];
}

function detailsOfTask(event: HistoryEvent): Details | undefined {
  const { type, resource = '', output } = event;
  const [resourceType = '', action = ''] = resource.split(':');
  if (type === 'TaskScheduled') {
    const parameters = parametersOf(event);
    return { type, taskScheduledEventDetails: { resourceType, resource: action, region: 'sandbox', parameters } };
  }
  if (type === 'TaskSucceeded')
    return { type, taskSucceededEventDetails: { resourceType, resource: action, output: JSON.stringify(output) } };
  return FAILED.includes(type)
    ? { type: 'TaskFailed', taskFailedEventDetails: { resourceType, resource: action } }
    : undefined;
}
