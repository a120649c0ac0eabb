import type { StateMachineDefinition } from 'aws-local-stepfunctions';
import { type Hasher, rewriteHashes } from './hash.ts';
import { type CheckTask, type Found, rewriteMachine } from './rewrite.ts';

export type Definition = Found & {
  /** What the interpreter runs. */
  interpreted: StateMachineDefinition;
  /** What the context object has to have for it, as `Hashers`. */
  hashers: Hasher[];
};

/** Reads a definition as shipped, fills in what CloudFormation would, and rewrites it for the interpreter. */
export function readDefinition(text: string, substitutions: Record<string, string>, checkTask: CheckTask): Definition {
  const filled = text.replace(/\$\{([^}]+)\}/g, (placeholder, name) => {
    const value = substitutions[name];
    if (value === undefined) throw new Error(`Nothing is known to put in the place of ${placeholder}.`);
    return value;
  });
  const { text: hashing, hashers } = rewriteHashes(filled);
  const found: Found = { tasks: new Map(), types: new Map(), retried: [] };
  const rewritten: unknown = rewriteMachine(JSON.parse(hashing), found, checkTask);
  // The interpreter validates it against the ASL schema when it builds the machine.
  return { interpreted: rewritten as StateMachineDefinition, hashers, ...found };
}
