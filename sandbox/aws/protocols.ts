import { randomUUID } from 'node:crypto';
import { AwsError } from './aws-error.ts';
import type { Plain } from './json.ts';

export type Protocol = 'json-1.0' | 'json-1.1' | 'query' | 'rest-xml';

/** An operation's name and its input. */
export type Call = { action: string; input: unknown };

export function readJson(request: Request, body: string): Call {
  const action = request.headers.get('x-amz-target')?.split('.')[1] ?? '';
  try {
    return { action, input: JSON.parse(body || '{}') };
  } catch {
    throw new AwsError('SerializationException', 'The body is not JSON.');
  }
}

/** `Destination.ToAddresses.member.1=x` becomes `{Destination: {ToAddresses: ['x']}}`. */
export function readQuery(body: string): Call {
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

/** In S3 the method and the path are the operation's name. */
export function readRest({ method, url }: Request): Call {
  const { pathname, searchParams } = new URL(url);
  return { action: `${method} ${pathname}`, input: Object.fromEntries(searchParams) };
}

/** Answers in a protocol. */
type Speaker = { result(action: string, result: Plain): Response; error(error: AwsError, code?: string): Response };

export function speakJson(protocol: Extract<Protocol, `json-${string}`>): Speaker {
  const headers = () => ({
    'content-type': `application/x-amz-${protocol}`,
    'x-amzn-requestid': randomUUID(),
  });
  return {
    result: (_action, result) => new Response(JSON.stringify(result), { headers: headers() }),
    error: ({ name, message, status, fields }, code) =>
      new Response(JSON.stringify({ __type: name, message, Message: message, ...fields }), {
        status,
        headers: { ...headers(), ...(code ? { 'x-amzn-query-error': `${code};Sender` } : {}) },
      }),
  };
}

export const speakQuery: Speaker = {
  result: (action, result) =>
    xml(200, `<${action}Response>${elements({ [`${action}Result`]: result })}${metadata()}</${action}Response>`),
  error: ({ name, message, status }) =>
    xml(
      status,
      `<ErrorResponse>${elements({ Error: { Type: 'Sender', Code: name, Message: message } })}<RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
    ),
};

/** S3's lists name their items, and its errors stand alone. */
export const speakRest: Speaker = {
  result: (_action, result) => xml(200, elements(result, 'Bucket')),
  error: ({ name, message, status }) =>
    xml(status, elements({ Error: { Code: name, Message: message, RequestId: randomUUID() } })),
};

const metadata = () => `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;

const xml = (status: number, body: string) => new Response(body, { status, headers: { 'content-type': 'text/xml' } });

function elements(value: Plain, item = 'member'): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((each) => `<${item}>${elements(each, item)}</${item}>`).join('');
  if (typeof value !== 'object') return String(value).replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return Object.entries(value)
    .map(([key, inner]) => `<${key}>${elements(inner, item)}</${key}>`)
    .join('');
}
