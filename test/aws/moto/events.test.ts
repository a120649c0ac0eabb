import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { beforeAll, expect, test } from 'vitest';
import { accounts } from '../../manifests/stacks.ts';
import { call } from './call.ts';
import { type Deployed, deployHome } from './deploy.ts';
import { type Connection, useMoto } from './moto.ts';

const moto = useMoto();
let admin: Connection;
let stack: Deployed;

beforeAll(async () => {
  if (!moto.isThere) return;
  admin = await moto.admin(accounts.home);
  stack = await deployHome(admin);
});

const rule = 'boarding-pass-execution-ended';
type Target = {
  Id: string;
  Arn: string;
  SqsParameters?: { MessageGroupId: string };
  InputTransformer?: { InputTemplate: string };
};

/** Tells EventBridge that an execution has ended, and gives what then is in the queue of tasks. */
async function messagesAfter(machine: string, status: string): Promise<{ detail: unknown }[]> {
  const stateMachineArn = stack.made.get(machine)?.physicalId ?? '';
  const event = {
    Source: 'aws.states',
    DetailType: 'Step Functions Execution Status Change',
    Detail: JSON.stringify({ stateMachineArn, executionArn: 'the execution', status }),
  };
  await call(admin, 'events', 'AWSEvents.PutEvents', { Entries: [event] });
  const sqs = new SQSClient(admin);
  const QueueUrl = `${moto.url}/${accounts.home}/boarding-pass-tasks.fifo`;
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 0 }));
  // All ends are one group: the next comes when this one is done with.
  for (const { ReceiptHandle } of Messages) await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
  return Messages.map(({ Body }) => JSON.parse(Body ?? ''));
}

// EventBridge quotes a text that it puts into a template, moto does not and then fails at what is no JSON: it is given
// the rule without the template. When this test fails, the message itself can be checked below.
test('the rule has a target with a template, which moto does not fill as EventBridge does', async () => {
  const { Targets } = await call<{ Targets: Target[] }>(admin, 'events', 'AWSEvents.ListTargetsByRule', { Rule: rule });
  expect(Targets).toMatchObject([
    {
      Arn: `arn:aws:sqs:eu-west-1:${accounts.home}:boarding-pass-tasks.fifo`,
      SqsParameters: { MessageGroupId: 'execution-ended' },
      InputTransformer: { InputTemplate: expect.stringContaining('"execution":<execution>') },
    },
  ]);
  await expect(messagesAfter('Onboarding', 'FAILED')).rejects.toThrow('Internal Server Error');
  const plain = Targets.map(({ Id, Arn, SqsParameters }) => ({ Id, Arn, SqsParameters }));
  await call(admin, 'events', 'AWSEvents.PutTargets', { Rule: rule, Targets: plain });
});

test.each(['FAILED', 'TIMED_OUT', 'ABORTED'])(
  'the end of an onboarding that is %s gets into the queue',
  async (status) => {
    expect(await messagesAfter('Onboarding', status)).toMatchObject([{ detail: { status } }]);
  },
);

test.each([
  ['Onboarding', 'SUCCEEDED'],
  ['Onboarding', 'RUNNING'],
  ['ProvisionIamUser', 'FAILED'],
])('an event of %s that is %s does not', async (machine, status) => {
  expect(await messagesAfter(machine, status)).toEqual([]);
});

test('the logs of the machines are kept for 90 days; of issue-password, check and find-access there is none', async () => {
  const { logGroups } = await call<{ logGroups: { logGroupName: string; retentionInDays: number }[] }>(
    admin,
    'logs',
    'Logs_20140328.DescribeLogGroups',
    {},
  );
  expect(Object.fromEntries(logGroups.map((group) => [group.logGroupName, group.retentionInDays]))).toEqual({
    '/aws/vendedlogs/states/boarding-pass-onboarding': 90,
    '/aws/vendedlogs/states/boarding-pass-inspect-iam-user': 90,
    '/aws/vendedlogs/states/boarding-pass-provision-iam-user': 90,
    '/aws/vendedlogs/states/boarding-pass-inspect-identity-center': 90,
    '/aws/vendedlogs/states/boarding-pass-provision-identity-center': 90,
  });
});
