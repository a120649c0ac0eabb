import type { AgentOptions } from 'node:http';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { SESClient } from '@aws-sdk/client-ses';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Metrics } from '../watch/metrics.ts';
import { refuseForeignAnswers } from './foreign-answers.ts';
import { type AwsClient, countAwsThrottling } from './throttling.ts';

/** What may be done once only: whoever waits for it decides what follows. */
const ONCE = { maxAttempts: 1 };
/** Milliseconds for what AWS answers late by design: a long poll, a password's workflow. */
const PATIENCE = 40_000;

/** Options that every client is made with; times in milliseconds. */
export type AwsSettings = {
  region: string;
  requestHandler: {
    connectionTimeout: number;
    requestTimeout: number;
    throwOnRequestTimeout: boolean;
    /** Each client makes agents of its own from them. */
    httpAgent?: AgentOptions;
    httpsAgent?: AgentOptions;
  };
  endpoint?: string;
  disableHostPrefix?: boolean;
};

export type AwsClients = ReturnType<typeof createAwsClients>;

/** One client for each purpose. */
export function createAwsClients(aws: AwsSettings, metrics: Pick<Metrics, 'throttled'>) {
  const count = countAwsThrottling(metrics);
  const made = <Client extends AwsClient>(client: Client): Client => count(refuseForeignAnswers(client));
  const patient = { ...aws, requestHandler: { ...aws.requestHandler, requestTimeout: PATIENCE } };
  return {
    sfn: made(new SFNClient(aws)),
    /** A repeated decision would meet itself. */
    deciding: made(new SFNClient({ ...aws, ...ONCE })),
    /** Runs an Express machine and waits for it, once: repeated, it would take back the password that was just shown. */
    express: made(new SFNClient({ ...patient, ...ONCE })),
    sqs: made(new SQSClient(aws)),
    /** Waits for messages as long as SQS lets it. */
    polling: made(new SQSClient(patient)),
    ses: made(new SESClient(aws)),
    organizations: made(new OrganizationsClient({ ...aws, retryMode: 'adaptive' })),
  };
}
