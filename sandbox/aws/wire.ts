import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Faults } from './faults.ts';
import type { Plain } from './json.ts';

/** An answer that AWS would give with an error shape: the name is what the SDK throws. */
export class AwsError extends Error {
  readonly status: number;

  constructor(name: string, message: string, status = 400) {
    super(message);
    this.name = name;
    this.status = status;
  }
}

/** The signal aborts when the client hangs up. */
export type Operation = (input: unknown, signal: AbortSignal) => Plain | Promise<Plain>;
export type Operations = Record<string, Operation>;

/** A service as the SDK finds it: by the name in the signature's scope. */
export type Service = {
  protocol: 'json-1.0' | 'json-1.1' | 'query';
  operations: Operations;
  /** Codes that the older query protocol gave to errors; the SDK reads them from a header. */
  queryCodes?: Record<string, string>;
};

/** An operation that sees its input only if it has the right shape. */
export function operation<Schema extends z.ZodType>(
  schema: Schema,
  run: (input: z.output<Schema>, signal: AbortSignal) => Plain | Promise<Plain>,
): Operation {
  return (input, signal) => {
    const read = schema.safeParse(input);
    if (!read.success) throw new AwsError('ValidationException', z.prettifyError(read.error));
    return run(read.data, signal);
  };
}

/** Answers signed requests of the AWS SDKs. */
export function createWire(services: Record<string, Service>, faults: Faults) {
  return async (request: Request): Promise<Response> => {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
    const scope = /Credential=[^/,]+\/\d+\/[^/,]+\/([^/,]+)\/aws4_request/.exec(
      request.headers.get('authorization') ?? '',
    );
    const name = scope?.[1] ?? '';
    const service = services[name];
    const protocol = service?.protocol ?? guessProtocol(request);
    const speak = protocol === 'query' ? speakQuery : speakJson(protocol);
    let action = '';
    try {
      const body = await request.text();
      const call = protocol === 'query' ? readQuery(body) : readJson(request, body);
      action = call.action;
      const run = service && Object.hasOwn(service.operations, action) ? service.operations[action] : undefined;
      if (!run) throw new AwsError('UnknownOperationException', `${name}:${action} is not part of the sandbox.`);
      const result = await faults.around(`${name}:${action}`, plantedError, async () =>
        run(call.input, request.signal),
      );
      return speak.result(action, result ?? {});
    } catch (err) {
      const error = err instanceof AwsError ? err : new AwsError('InternalFailure', `The sandbox failed: ${err}`, 500);
      return speak.error(error, service?.queryCodes?.[error.name]);
    }
  };
}

const plantedError = (name: string) =>
  new AwsError(name, 'A fault that a test planted.', /Internal|Unavailable|Failure/.test(name) ? 500 : 400);

function guessProtocol(request: Request): Service['protocol'] {
  const type = request.headers.get('content-type') ?? '';
  return type.startsWith('application/x-www-form-urlencoded') ? 'query' : 'json-1.0';
}

type Call = { action: string; input: unknown };

function readJson(request: Request, body: string): Call {
  const action = request.headers.get('x-amz-target')?.split('.')[1] ?? '';
  try {
    return { action, input: JSON.parse(body || '{}') };
  } catch {
    throw new AwsError('SerializationException', 'The body is not JSON.');
  }
}

/** `Destination.ToAddresses.member.1=x` becomes `{Destination: {ToAddresses: ['x']}}`. */
function readQuery(body: string): Call {
  const { Action: action = '', ...fields } = Object.fromEntries(new URLSearchParams(body));
  const input: Plain = {};
  for (const [path, value] of Object.entries(fields)) {
    const keys = path.replaceAll('.member.', '.').split('.');
    const last = keys.pop() ?? '';
    let at: { [key: string]: Plain } = input;
    for (const key of keys) {
      const next = at[key];
      at = at[key] = typeof next === 'object' && next !== null && !Array.isArray(next) ? next : {};
    }
    at[last] = value;
  }
  return { action, input };
}

type Speaker = { result(action: string, result: Plain): Response; error(error: AwsError, code?: string): Response };

function speakJson(protocol: 'json-1.0' | 'json-1.1'): Speaker {
  const headers = () => ({
    'content-type': `application/x-amz-${protocol}`,
    'x-amzn-requestid': randomUUID(),
  });
  return {
    result: (_action, result) => new Response(JSON.stringify(result), { headers: headers() }),
    error: ({ name, message, status }, code) =>
      new Response(JSON.stringify({ __type: name, message, Message: message }), {
        status,
        headers: { ...headers(), ...(code ? { 'x-amzn-query-error': `${code};Sender` } : {}) },
      }),
  };
}

const speakQuery: Speaker = {
  result: (action, result) =>
    xml(200, `<${action}Response>${elements({ [`${action}Result`]: result })}${metadata()}</${action}Response>`),
  error: ({ name, message, status }) =>
    xml(
      status,
      `<ErrorResponse>${elements({ Error: { Type: 'Sender', Code: name, Message: message } })}<RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
    ),
};

const metadata = () => `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;

const xml = (status: number, body: string) => new Response(body, { status, headers: { 'content-type': 'text/xml' } });

function elements(value: Plain): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((item) => `<member>${elements(item)}</member>`).join('');
  if (typeof value !== 'object') return String(value).replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return Object.entries(value)
    .map(([key, inner]) => `<${key}>${elements(inner)}</${key}>`)
    .join('');
}
