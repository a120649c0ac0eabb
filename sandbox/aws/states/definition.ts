import { randomUUID } from 'node:crypto';
import type { StateMachineDefinition } from 'aws-local-stepfunctions';
import { z } from 'zod';
import type { Json, JsonObject } from '../json.ts';
import { HASH_OF_TOKEN, type Hasher, rewriteHashes } from './hash.ts';
import { retryCountPlaceholder } from './retry-count.ts';

/** The resource of a Task, without the `arn:aws:states:::` of every optimized or SDK integration. */
export type Resource = string;

export type Definition = {
  /** What the interpreter runs. */
  interpreted: StateMachineDefinition;
  /** The resource of every Task state, nested ones included. */
  tasks: Map<string, Resource>;
  /** The type of every state, nested ones included. */
  types: Map<string, string>;
  /** The names of the states that have a Retry. */
  retried: string[];
  /** What the context object has to have for it, as `Hashers`. */
  hashers: Hasher[];
};

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
});
type State = z.output<typeof stateSchema>;

const machineSchema = z.looseObject({ StartAt: z.string(), States: z.record(z.string(), stateSchema) });
type States = z.output<typeof machineSchema>;

/** Refuses a resource that the sandbox does not have, and parameters that it does not take. */
export type CheckTask = (resource: Resource, parameterNames: string[]) => string | undefined;

/** Reads a definition as shipped, fills in what CloudFormation would, and rewrites it for the interpreter. */
export function readDefinition(text: string, substitutions: Record<string, string>, checkTask: CheckTask): Definition {
  const filled = text.replace(/\$\{([^}]+)\}/g, (placeholder, name) => {
    const value = substitutions[name];
    if (value === undefined) throw new Error(`Nothing is known to put in the place of ${placeholder}.`);
    return value;
  });

  const tasks = new Map<string, Resource>();
  const retried: string[] = [];
  const types = new Map<string, string>();

  const rewriteMachine = (source: unknown): States => {
    const machine = machineSchema.parse(source);
    const states = Object.entries(machine.States).map(([name, state]) => [name, rewriteState(name, state)]);
    return { ...machine, States: Object.fromEntries(states) };
  };

  const rewriteState = (name: string, state: State): State => {
    if (types.has(name)) throw new Error(`${name}: the name of a state must be unique in the whole state machine.`);
    types.set(name, state.Type);
    if (state.Retry) retried.push(name);
    return {
      ...(state.Type === 'Task' ? rewriteTask(name, state) : state),
      ...(state.ItemProcessor !== undefined && { ItemProcessor: rewriteMachine(state.ItemProcessor) }),
      ...(state.Branches && { Branches: state.Branches.map(rewriteMachine) }),
    };
  };

  const rewriteTask = (name: string, state: State): State => {
    const { Credentials, TimeoutSeconds, TimeoutSecondsPath, Parameters, ...rest } = state;
    const resource = (state.Resource ?? '').replace(/^arn:aws:states:::(aws-sdk:)?/, '');
    if (!Parameters) throw new Error(`${name}: a Task of the sandbox needs Parameters.`);
    if (state.HeartbeatSeconds ?? state.HeartbeatSecondsPath) {
      throw new Error(`${name}: the interpreter has no HeartbeatSeconds.`);
    }
    const trouble = checkTask(
      resource,
      Object.keys(Parameters).map((key) => key.replace(/\.\$$/, '')),
    );
    if (trouble) throw new Error(`${name}: ${trouble}`);
    tasks.set(name, resource);

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
  };

  const { text: hashing, hashers } = rewriteHashes(filled);
  const rewritten: unknown = rewriteMachine(JSON.parse(hashing));
  // The interpreter validates it against the ASL schema when it builds the machine.
  return { interpreted: rewritten as StateMachineDefinition, tasks, types, retried, hashers };
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
