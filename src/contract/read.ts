import type { z } from 'zod';

/** What came in is not what was agreed. Names the field, and never its value: it may be a secret. */
export class ContractError extends Error {
  override name = 'ContractError';
}

/** Reads what comes in by a door of the contract. @param what it is, for the log */
export function readContract<Schema extends z.ZodType>(schema: Schema, value: unknown, what: string): z.output<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const fields = read.error.issues.map(({ path, code }) => `${path.join('.') || 'the whole'} (${code})`);
  throw new ContractError(`${what} is not as agreed: ${fields.join(', ')}`);
}

/** The same of a text that should be JSON. */
export function readJson<Schema extends z.ZodType>(schema: Schema, text: string, what: string): z.output<Schema> {
  return readContract(schema, parsed(text, what), what);
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message would quote what it read.
    throw new ContractError(`${what} is not as agreed: it is no JSON`);
  }
}
