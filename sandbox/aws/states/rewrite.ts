import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Json, JsonObject } from '../json.ts';
import { HASH_OF_TOKEN } from './hash.ts';
import { retryCountPlaceholder } from './retry-count.ts';

/** The resource of a Task, without the `arn:aws:states:::` of every optimized or SDK integration. */
export type Resource = string;

/** Stands for the task token in what the interpreter makes of Parameters. Nobody can have typed it. */
export const tokenPlaceholder = `task-token-${randomUUID()}`;
/** The same for what is known by the token without giving it away. */
export const tokenHashPlaceholder = `hash-of-${tokenPlaceholder}`;

/** Of the context object, what the interpreter knows nothing of and the handler puts in. */
const placeholders: Record<string, string> = {
  '$$.Task.Token': tokenPlaceholder,
  [HASH_OF_TOKEN]: tokenHashPlaceholder,
  '$$.State.RetryCount': retryCountPlaceholder,
};

/** Parameters that the rewrite adds for the handler, which takes them off again. */
export const added = { credentials: '__Credentials', timeout: '__TimeoutSeconds' } as const;

const json: z.ZodType<Json> = z.json();
const stateSchema = z.looseObject({
  Type: z.string(),
  Resource: z.string().optional(),
  Parameters: z.record(z.string(), json).optional(),
  Credentials: json.optional(),
  TimeoutSeconds: z.number().optional(),
  TimeoutSecondsPath: z.string().optional(),
  HeartbeatSeconds: z.number().optional(),
  HeartbeatSecondsPath: z.string().optional(),
  Retry: z.array(z.unknown()).optional(),
  Branches: z.array(z.unknown()).optional(),
  ItemProcessor: z.unknown().optional(),
  ItemSelector: json.optional(),
  /** What ItemProcessor was called before; a Map's Parameters were what ItemSelector is. */
  Iterator: z.unknown().optional(),
});
type State = z.output<typeof stateSchema>;

const machineSchema = z.looseObject({ StartAt: z.string(), States: z.record(z.string(), stateSchema) });
type States = z.output<typeof machineSchema>;

/** Refuses a resource that the sandbox does not have, and parameters that it does not take. */
export type CheckTask = (resource: Resource, parameterNames: string[]) => string | undefined;

/** What a definition has in it, nested states included. */
export type Found = {
  /** The resource of every Task. */
  tasks: Map<string, Resource>;
  /** The type of every state. */
  types: Map<string, string>;
  /** The names of the states that have a Retry. */
  retried: string[];
};

/** Rewrites a machine for the interpreter, and the machines in it; what it has goes into `found`. */
export function rewriteMachine(source: unknown, found: Found, checkTask: CheckTask): States {
  const machine = machineSchema.parse(source);
  const states = Object.entries(machine.States).map(([name, state]) => [name, rewriteState(name, state)]);
  return { ...machine, States: Object.fromEntries(states) };

  function rewriteState(name: string, state: State): State {
    const { tasks, types, retried } = found;
    if (types.has(name)) throw new Error(`${name}: the name of a state must be unique in the whole state machine.`);
    types.set(name, state.Type);
    if (state.Retry) retried.push(name);
    const inner = (nested: unknown) => rewriteMachine(nested, found, checkTask);
    switch (state.Type) {
      case 'Task':
        tasks.set(name, resourceOf(name, state, checkTask));
        return rewriteTask(state);
      case 'Map': {
        const { ItemProcessor, ...rest } = inPresentForm(name, state);
        return { ...rest, ItemProcessor: inner(ItemProcessor) };
      }
      default:
        return { ...state, ...(state.Branches && { Branches: state.Branches.map(inner) }) };
    }
  }
}

/** AWS still takes both: https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html, deprecated fields. */
function inPresentForm(name: string, { Iterator, Parameters, ...state }: State): State {
  if (Iterator !== undefined && state.ItemProcessor !== undefined)
    throw new Error(`${name}: a Map has an ItemProcessor or, in the older form, an Iterator, not both.`);
  if (Parameters !== undefined && state.ItemSelector !== undefined)
    throw new Error(`${name}: a Map has an ItemSelector or, in the older form, Parameters, not both.`);
  const { ItemProcessor = Iterator, ItemSelector = Parameters } = state;
  return { ...state, ItemProcessor, ...(ItemSelector !== undefined && { ItemSelector }) };
}

function resourceOf(name: string, state: State, checkTask: CheckTask): Resource {
  const resource = (state.Resource ?? '').replace(/^arn:aws:states:::(aws-sdk:)?/, '');
  if (!state.Parameters) throw new Error(`${name}: a Task of the sandbox needs Parameters.`);
  if (state.HeartbeatSeconds ?? state.HeartbeatSecondsPath) {
    throw new Error(`${name}: the interpreter has no HeartbeatSeconds.`);
  }
  const trouble = checkTask(
    resource,
    Object.keys(state.Parameters).map((key) => key.replace(/\.\$$/, '')),
  );
  if (trouble) throw new Error(`${name}: ${trouble}`);
  return resource;
}

function rewriteTask({ Credentials, TimeoutSeconds, TimeoutSecondsPath, Parameters = {}, ...rest }: State): State {
  const timeout = TimeoutSecondsPath
    ? { [`${added.timeout}.$`]: TimeoutSecondsPath }
    : { [added.timeout]: TimeoutSeconds ?? longestTimeout };
  return {
    ...rest,
    Parameters: {
      ...withPlaceholders(Parameters),
      ...timeout,
      ...(Credentials !== undefined && { [added.credentials]: Credentials }),
    },
    // The interpreter reads the path in what Parameters made, AWS in the state's input; and without a timeout it
    // takes 60 s, AWS none to speak of.
    TimeoutSecondsPath: `$.${added.timeout}`,
  };
}

/** The longest that a timer of Node takes, 24 days; more would fire at once: nodejs.org/api/timers.html */
export const longestTimeout = Math.floor((2 ** 31 - 1) / 1000);

function withPlaceholders(template: JsonObject): JsonObject {
  const entries = Object.entries(template).map(([key, value]): [string, Json] => {
    const placeholder = key.endsWith('.$') && typeof value === 'string' ? placeholders[value] : undefined;
    return placeholder === undefined ? [key, inside(value)] : [key.replace(/\.\$$/, ''), placeholder];
  });
  return Object.fromEntries(entries);
}

function inside(value: Json): Json {
  if (Array.isArray(value)) return value.map(inside);
  return typeof value === 'object' && value !== null ? withPlaceholders(value) : value;
}
