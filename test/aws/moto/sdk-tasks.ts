import * as Iam from '@aws-sdk/client-iam';
import * as Identitystore from '@aws-sdk/client-identitystore';
import * as Organizations from '@aws-sdk/client-organizations';
import * as S3 from '@aws-sdk/client-s3';
import * as SecretsManager from '@aws-sdk/client-secrets-manager';
import * as Sns from '@aws-sdk/client-sns';
import * as SsoAdmin from '@aws-sdk/client-sso-admin';
import type { Json, JsonObject } from '../../../sandbox/aws/json.ts';
import { TaskError } from '../../../sandbox/aws/task-error.ts';
import type { Connection } from './moto.ts';

type Command = { schema?: [kind: number, namespace: string, name: string, traits: unknown, input: () => Structure] };
type Structure = [kind: number, namespace: string, name: string, traits: unknown, members: string[]];
type Client = { send(command: unknown): Promise<Record<string, unknown>>; destroy(): void };
type Service = {
  /** What Step Functions puts before the names of the service's errors. */
  prefix: string;
  module: Record<string, unknown>;
  connect(connection: Connection): Client;
};

const services: Record<string, Service> = {
  iam: { prefix: 'Iam', module: { ...Iam }, connect: (connection) => new Iam.IAMClient(connection) as Client },
  secretsmanager: {
    prefix: 'SecretsManager',
    module: { ...SecretsManager },
    connect: (connection) => new SecretsManager.SecretsManagerClient(connection) as Client,
  },
  organizations: {
    prefix: 'Organizations',
    module: { ...Organizations },
    connect: (connection) => new Organizations.OrganizationsClient(connection) as Client,
  },
  s3: { prefix: 'S3', module: { ...S3 }, connect: (connection) => new S3.S3Client(withPaths(connection)) as Client },
  identitystore: {
    prefix: 'Identitystore',
    module: { ...Identitystore },
    connect: (connection) => new Identitystore.IdentitystoreClient(connection) as Client,
  },
  ssoadmin: {
    prefix: 'SsoAdmin',
    module: { ...SsoAdmin },
    connect: (connection) => new SsoAdmin.SSOAdminClient(connection) as Client,
  },
  sns: { prefix: 'SNS', module: { ...Sns }, connect: (connection) => new Sns.SNSClient(connection) as Client },
};

/** A bucket is a part of the path: names of hosts below `127.0.0.1` there are none. */
export const withPaths = (connection: Connection) => ({ ...connection, forcePathStyle: true });

/** The command of the SDK for a resource such as `iam:getUser`. */
function commandOf(resource: string): { service: Service; make: new (input: JsonObject) => Command } {
  const [name = '', action = ''] = resource.split(':');
  const service = services[name];
  const make = service?.module[`${action.charAt(0).toUpperCase()}${action.slice(1)}Command`];
  if (!service || typeof make !== 'function') throw new Error(`The SDK has no ${resource}.`);
  return { service, make: make as new (input: JsonObject) => Command };
}

/** Whether AWS's own model of the API has the call and its parameters; the words say what it does not have. */
export function checkAgainstModel(resource: string, parameters: string[]): string | undefined {
  const { make } = commandOf(resource);
  const [, , , , members] = new make({}).schema?.[4]() ?? [];
  const unknown = parameters.filter((parameter) => !members?.includes(parameter));
  return unknown.length > 0 ? `${resource} has no parameter ${unknown.join(', ')}.` : undefined;
}

/** Calls AWS as a Task state does: an answer without dates and metadata, errors by the names of Step Functions. */
export async function callAsTask(resource: string, parameters: JsonObject, connection: Connection): Promise<Json> {
  const { service, make } = commandOf(resource);
  const client = service.connect(connection);
  try {
    const { $metadata: _, Body, ...answer } = await client.send(new make(withTextMessage(parameters)));
    // Of an object that is text, Step Functions gives the text.
    const text =
      Body === undefined ? {} : { Body: await (Body as { transformToString(): Promise<string> }).transformToString() };
    return JSON.parse(JSON.stringify({ ...answer, ...text }));
  } catch (err) {
    throw asTaskError(service.prefix, err);
  } finally {
    client.destroy();
  }
}

/** The integration of SNS takes any JSON as the message and sends it as text. */
function withTextMessage(parameters: JsonObject): JsonObject {
  const { Message } = parameters;
  return typeof Message === 'object' ? { ...parameters, Message: JSON.stringify(Message) } : parameters;
}

/** Errors of the service's model have a name of their own; all others are the service's: `Iam.IamException`. */
export function asTaskError(prefix: string, err: unknown): Error {
  if (!(err instanceof Error) || !('$fault' in err)) return err as Error;
  const isModelled = err.constructor.name === err.name;
  const ending = err.name.endsWith('Exception') ? '' : 'Exception';
  return new TaskError(
    `${prefix}.${isModelled ? `${err.name}${ending}` : `${prefix}Exception`}`,
    `${err.message} (Service: ${prefix})`,
  );
}
