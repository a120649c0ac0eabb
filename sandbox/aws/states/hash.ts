import { createHash } from 'node:crypto';
import { TerminalError } from '../task-error.ts';

/** Hashes a field of the object that it was merged into. */
export type Hasher = { toJSON(this: Record<string, unknown>): string };

/** Done by the task that makes the token: the interpreter knows of none. */
export const HASH_OF_TOKEN = "States.Hash($$.Task.Token, 'SHA-256')";

const ofPath = /States\.Hash\((\$[^\s,()]*)\.(\w+), '(MD5|SHA-1|SHA-256|SHA-384|SHA-512)'\)/g;

/**
 * The interpreter's own States.Hash is wrong from a text's second block on, and no other function can be given to it. But
 * of what a nested function returns it makes JSON: so the object around the text is merged with one whose toJSON hashes.
 */
export function rewriteHashes(definition: string): { text: string; hashers: Hasher[] } {
  const hashers: Hasher[] = [];
  const text = definition.replace(ofPath, (call, around: string, field: string, algorithm: string) => {
    if (call === HASH_OF_TOKEN) return call;
    const index = hashers.push(createHasher(field, algorithm)) - 1;
    // What is merged into is changed: so it is a copy, as an array gives one.
    const copy = `States.ArrayGetItem(States.Array(${around}), 0)`;
    return `States.Format('{}', States.JsonMerge(${copy}, $$.Hashers[${index}], false))`;
  });
  if (text.replaceAll(HASH_OF_TOKEN, '').includes('States.Hash(')) {
    throw new Error(
      "The sandbox hashes what a path names, as in States.Hash($.by.email, 'SHA-256'), and nothing else.",
    );
  }
  return { text, hashers };
}

const createHasher = (field: string, algorithm: string): Hasher => ({
  toJSON() {
    const text = this[field];
    if (typeof text === 'string' && text.length <= 10_000) {
      return createHash(algorithm.replace('-', '')).update(text).digest('hex');
    }
    throw new TerminalError(
      'States.Runtime',
      `States.Hash takes a text of at most 10,000 characters, and not ${field}.`,
    );
  },
});
