import { isTooLarge, type Json, type JsonObject } from '../json.ts';
import { tokenPlaceholder } from './rewrite.ts';

export type HistoryEntry = {
  type: string;
  state?: string;
  index?: number;
  resource?: string;
  roleArn?: string;
  parameters?: Json;
  input?: Json;
  output?: Json;
  error?: string;
  cause?: string;
};
export type HistoryEvent = { at: string } & HistoryEntry;

/** An event of the interpreter. */
export type Event = {
  type: string;
  index?: number;
  state?: { name: string; input: Json; output?: Json };
  parentState?: { name: string };
  input?: Json;
  output?: Json;
  Error?: string;
  Cause?: unknown;
};

/** Whether a state's input or output is over the limit. */
export function isOverLimit({ type, state, output }: Event): boolean {
  const payload = type === 'StateEntered' ? state?.input : type === 'StateExited' ? state?.output : output;
  return payload !== undefined && isTooLarge(JSON.stringify(payload));
}

/** What the history keeps of an event. */
export function show({ type, index, state, parentState, input, output, Error: error, Cause }: Event): HistoryEntry {
  const name = state?.name ?? parentState?.name;
  const entered = type === 'StateEntered' ? state?.input : input;
  const left = type === 'StateExited' ? state?.output : output;
  return {
    type,
    ...(name !== undefined && { state: name }),
    ...(index !== undefined && { index }),
    ...(entered !== undefined && { input: entered }),
    ...(left !== undefined && { output: left }),
    ...(error !== undefined && { error, cause: String(Cause) }),
  };
}

/** Which token a scheduled task waits for. */
const tokens = new WeakMap<HistoryEvent, string>();
export const keepToken = (event: HistoryEvent, token: string) => void tokens.set(event, token);

/** What a task was given, with its token: as AWS keeps it, and as only who may call AWS reads it. */
export const parametersOf = (event: HistoryEvent): string =>
  JSON.stringify(event.parameters).replaceAll('$$.Task.Token', tokens.get(event) ?? '');

/** A token in a history that everybody can read would let everybody decide. */
export const withoutToken = (parameters: JsonObject): Json =>
  JSON.parse(JSON.stringify(parameters).replaceAll(tokenPlaceholder, '$$$$.Task.Token'));
