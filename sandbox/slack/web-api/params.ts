import type { HonoRequest } from 'hono';
import { Refusal } from '../refusal.ts';

/** Parameters that hold JSON, which forms carry as text and JSON bodies may. */
const nested = ['blocks', 'view', 'metadata', 'attachments', 'message'];

/** A call's parameters from its query, form or JSON body. */
export async function readParams(request: HonoRequest): Promise<Record<string, unknown>> {
  return { ...request.query(), ...(request.method === 'POST' ? await readBody(request) : {}) };
}

async function readBody(request: HonoRequest): Promise<Record<string, unknown>> {
  const text = await request.text();
  const isJson = request.header('content-type')?.startsWith('application/json');
  const body = isJson ? parse(text, 'invalid_json') : Object.fromEntries(new URLSearchParams(text));
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Refusal('json_not_object');
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      nested.includes(name) && typeof value === 'string' ? readNested(name, value) : value,
    ]),
  );
}

function readNested(name: string, value: string): unknown {
  if (name === 'metadata') return parse(value, 'invalid_metadata_format');
  return parse(value, name === 'blocks' ? 'invalid_blocks_format' : 'invalid_arguments');
}

function parse(text: string, error: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(error);
  }
}
