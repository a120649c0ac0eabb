import { z } from 'zod';
import { type Connection, carry } from '../misbehaving/carry.ts';
import { AwsError } from './aws-error.ts';
import type { Faults } from './faults.ts';
import type { Plain } from './json.ts';
import type { Lines } from './lines.ts';
import {
  type Call,
  type Protocol,
  readJson,
  readQuery,
  readRest,
  speakJson,
  speakQuery,
  speakRest,
} from './protocols.ts';

/** The signal aborts when the client hangs up; the access key is what it signs with, and a machine has none. */
export type Operation = (input: unknown, signal: AbortSignal, accessKeyId?: string) => Plain | Promise<Plain>;
export type Operations = Record<string, Operation>;

/** A service as the SDK finds it: by the name in the signature's scope. */
export type Service = {
  protocol: Protocol;
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

/** Answers signed requests of the AWS SDKs, as far as the line to the service lets them through. */
export function createWire(services: Record<string, Service>, faults: Faults, lines: Lines) {
  return async (request: Request, connection?: Connection): Promise<Response> => {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
    const scope = /Credential=([^/,]+)\/\d+\/[^/,]+\/([^/,]+)\/aws4_request/.exec(
      request.headers.get('authorization') ?? '',
    );
    const [, accessKeyId = '', name = ''] = scope ?? [];
    const service = services[name];
    const protocol = service?.protocol ?? guessProtocol(request);
    const speak = speakerOf(protocol);
    const refuse = (err: unknown): Response => {
      const error = err instanceof AwsError ? err : new AwsError('InternalFailure', `The sandbox failed: ${err}`, 500);
      return speak.error(error, service?.queryCodes?.[error.name]);
    };
    const answer = async ({ action, input }: Call): Promise<Response> => {
      const run = service && Object.hasOwn(service.operations, action) ? service.operations[action] : undefined;
      if (!run) throw new AwsError('UnknownOperationException', `${name}:${action} is not part of the sandbox.`);
      const result = await faults.around(`${name}:${action}`, plantedError, async () =>
        run(input, request.signal, accessKeyId),
      );
      return speak.result(action, result ?? {});
    };

    try {
      const call = await read(protocol, request);
      return await carry(lines.of(name).fateOf(call.action), {
        signal: request.signal,
        connection,
        answer: () => answer(call).catch(refuse),
        refuse: (why) => refuse(refusals[why]),
      });
    } catch (err) {
      return refuse(err);
    }
  };
}

async function read(protocol: Protocol, request: Request): Promise<Call> {
  const body = await request.text();
  if (protocol === 'rest-xml') return readRest(request);
  return protocol === 'query' ? readQuery(body) : readJson(request, body);
}

function speakerOf(protocol: Protocol) {
  if (protocol === 'rest-xml') return speakRest;
  return protocol === 'query' ? speakQuery : speakJson(protocol);
}

/** As every service of AWS may say: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html */
const refusals = {
  broken: new AwsError('InternalFailure', 'The request processing has failed because of an unknown error.', 500),
  throttled: new AwsError('ThrottlingException', 'Rate exceeded'),
};

const plantedError = (name: string, cause: string) =>
  new AwsError(name, cause, /Internal|Unavailable|Failure/.test(name) ? 500 : 400);

function guessProtocol(request: Request): Protocol {
  const type = request.headers.get('content-type') ?? '';
  return type.startsWith('application/x-www-form-urlencoded') ? 'query' : 'json-1.0';
}
