import type { Plain } from '../json.ts';
import type { Entry } from './executions.ts';
import type { HistoryEvent } from './history.ts';

/** The history as GetExecutionHistory gives it: of all its events those that tell which state was entered and left with what. */
export function describeHistory({ machine, history = [] }: Entry): Plain[] {
  const detailsOf = ({ type, state: name, input, output }: HistoryEvent): { [key: string]: Plain } | undefined => {
    if (!name) return undefined;
    const stateType = machine.definition.types.get(name);
    if (type === 'StateEntered')
      return { type: `${stateType}StateEntered`, stateEnteredEventDetails: { name, input: JSON.stringify(input) } };
    if (type === 'StateExited')
      return { type: `${stateType}StateExited`, stateExitedEventDetails: { name, output: JSON.stringify(output) } };
    return undefined;
  };
  return history.flatMap((event, index) => {
    const details = detailsOf(event);
    return details ? [{ id: index + 1, timestamp: Date.parse(event.at) / 1000, ...details }] : [];
  });
}
