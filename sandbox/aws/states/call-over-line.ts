import { setTimeout as sleep } from 'node:timers/promises';
import type { Fate } from '../../misbehaving/line.ts';
import type { Json } from '../json.ts';
import { serviceError } from '../task-error.ts';

/** What Step Functions puts before an error's name, and the name for whatever the service's model does not name. */
const names: Record<string, [prefix: string, unnamed: string]> = {
  iam: ['Iam', 'IamException'],
  identitystore: ['Identitystore', 'IdentitystoreException'],
  organizations: ['Organizations', 'OrganizationsException'],
  s3: ['S3', 'S3Exception'],
  secretsmanager: ['SecretsManager', 'SecretsManagerException'],
  sns: ['SNS', 'AmazonSNSException'],
  sqs: ['SQS', 'AmazonSQSException'],
  ssoadmin: ['SsoAdmin', 'SsoAdminException'],
};

/** Lets what a machine calls meet its fate. */
export async function callOverLine(
  service: string,
  fate: Fate | undefined,
  call: () => Json | Promise<Json>,
): Promise<Json> {
  switch (fate?.kind) {
    case 'refuses':
    case 'silent':
      throw notReached(service);
    case 'unavailable':
    case 'broken':
      throw failedInside(service, 500, 'Service Unavailable');
    case 'throttled':
      throw failedInside(service, 400, 'Rate exceeded');
    case 'lost':
    case 'cutOff':
      await call();
      throw notReached(service);
    case 'slow': {
      const result = await call();
      await sleep(fate.slowBy, undefined, { ref: false });
      return result;
    }
    default:
      return call();
  }
}

/** Of a call that did not come to an end; it may have been carried out. */
function notReached(service: string) {
  const [prefix] = names[service] ?? [service];
  return serviceError(prefix, 'SdkClientException', 0, 'Unable to execute HTTP request');
}

function failedInside(service: string, status: number, text: string) {
  const [prefix, unnamed] = names[service] ?? [service, `${service}Exception`];
  return serviceError(prefix, unnamed, status, text);
}
