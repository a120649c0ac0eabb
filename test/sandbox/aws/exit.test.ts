import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const script = `
  import { createAws } from './sandbox/aws/aws.ts';
  import { kumoworks } from './sandbox/organization/kumoworks.ts';
  const aws = createAws(kumoworks);
  const { ONBOARDING_STATE_MACHINE_ARN, TASK_QUEUE_URL } = aws.environment('http://localhost');
  const call = (service, target, body) =>
    aws.answer(new Request('http://localhost/', {
      method: 'POST',
      headers: {
        authorization: 'AWS4-HMAC-SHA256 Credential=x/20261122/eu-west-1/' + service + '/aws4_request',
        'x-amz-target': target,
      },
      body: JSON.stringify(body),
    })).then((response) => response.json());
  const input = JSON.stringify({ approval: { remindAfterSeconds: 3600 } });
  await call('states', 'AWSStepFunctions.StartExecution', { stateMachineArn: ONBOARDING_STATE_MACHINE_ARN, input });
  await call('sqs', 'AmazonSQS.ReceiveMessage', { QueueUrl: TASK_QUEUE_URL, WaitTimeSeconds: 20 });
  const poll = call('sqs', 'AmazonSQS.ReceiveMessage', { QueueUrl: TASK_QUEUE_URL, WaitTimeSeconds: 20 });
  setTimeout(() => aws.stop(), 50);
  console.log(JSON.stringify(await poll));
`;

test('after stop, a process with an open task and a long poll leaves by itself', async () => {
  const run = promisify(execFile)(process.execPath, ['--input-type=module-typescript', '-e', script], {
    timeout: 100_000,
  });

  expect((await run).stdout.trim()).toBe('{}');
});
