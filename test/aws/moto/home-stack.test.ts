import { GetBucketEncryptionCommand, GetBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { DescribeStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/startup/config.ts';
import { accounts, homeWith, ofType } from '../../manifests/stacks.ts';
import { type Deployed, deployHome } from './deploy.ts';
import { type Connection, useMoto } from './moto.ts';
import { readPolicy, readRole } from './roles.ts';
import { withPaths } from './sdk-tasks.ts';

const moto = useMoto();
const home = homeWith({ NotificationEmail: 'audit@example.com', AlarmEmail: 'operators@example.com' });
let admin: Connection;
let stack: Deployed;

beforeAll(async () => {
  if (!moto.isThere) return;
  admin = await moto.admin(accounts.home);
  stack = await deployHome(admin);
});

/** The ids that moto makes up, as the template names them. */
const asInTemplate = (value: unknown): unknown => {
  const keys = [...stack.made].filter(([, { type }]) => type === 'AWS::KMS::Key');
  const text = keys.reduce((all, [id, { physicalId }]) => all.replaceAll(physicalId, id), JSON.stringify(value));
  return JSON.parse(text);
};

test('every resource of the template is made, but of the types that moto does not know', () => {
  const missing = home.resources.filter(({ id }) => !stack.made.has(id)).map(({ type }) => type);
  // When moto makes one of these, it should be checked here.
  expect([...new Set(missing)].toSorted()).toEqual([
    'AWS::CloudWatch::Alarm',
    'AWS::S3::BucketPolicy',
    'AWS::SNS::Subscription',
    'AWS::SNS::TopicPolicy',
    'AWS::SQS::QueuePolicy',
  ]);
});

test('whatever is made has the name that our reader works out', () => {
  const named = home.resources.filter(({ id, type }) => stack.made.has(id) && type !== 'AWS::KMS::Key');
  expect(named.map(({ id }) => [id, stack.made.get(id)?.physicalId])).toEqual(named.map(({ id, ref }) => [id, ref]));
});

describe.each(ofType(home, 'AWS::IAM::Role'))('the role $ref', ({ ref, properties }) => {
  test('trusts whom our reader says', async () => {
    const { trust } = await readRole(admin, ref);
    expect(asInTemplate(trust)).toEqual(properties.AssumeRolePolicyDocument);
  });

  test('allows what our reader says', async () => {
    const { policies } = await readRole(admin, ref);
    const expected = (properties.Policies as { PolicyName: string; PolicyDocument: unknown }[]).map(
      ({ PolicyName, PolicyDocument }) => [PolicyName, PolicyDocument],
    );
    expect(asInTemplate(policies)).toEqual(Object.fromEntries(expected));
  });

  // When moto attaches what ManagedPolicyArns names, the list should be compared with our reader's here.
  test('has none of the stack’s own policies attached by moto', async () => {
    expect((await readRole(admin, ref)).attached).toEqual([]);
  });
});

test.each(ofType(home, 'AWS::IAM::ManagedPolicy'))('the policy $arn says what our reader says', async (policy) => {
  expect(asInTemplate(await readPolicy(admin, policy.arn))).toEqual(policy.properties.PolicyDocument);
});

test('the bucket of profiles is encrypted by S3', async () => {
  const s3 = new S3Client(withPaths(admin));
  const Bucket = stack.made.get('ProfilesBucket')?.physicalId;
  const { ServerSideEncryptionConfiguration } = await s3.send(new GetBucketEncryptionCommand({ Bucket }));
  expect(ServerSideEncryptionConfiguration?.Rules).toMatchObject([
    { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
  ]);
  // moto takes no other setting of a bucket from a template: when it does, check here that it can be made public by nobody, too.
  expect((await s3.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBeUndefined();
});

async function attributesOf(id: string) {
  const name = stack.made.get(id)?.physicalId.split('/').at(-1);
  const { Attributes = {} } = await new SQSClient(admin).send(
    new GetQueueAttributesCommand({ QueueUrl: `${moto.url}/${accounts.home}/${name}`, AttributeNames: ['All'] }),
  );
  return Attributes;
}

test('what is received a thousand times goes to the dead-letter queue, which keeps it for 14 days', async () => {
  const tasks = await attributesOf('TaskQueue');
  const deadLetters = await attributesOf('TaskDeadLetters');
  expect(JSON.parse(tasks.RedrivePolicy ?? '')).toMatchObject({
    deadLetterTargetArn: deadLetters.QueueArn,
    maxReceiveCount: 1000,
  });
  expect(deadLetters.MessageRetentionPeriod).toBe(String(14 * 24 * 60 * 60));
});

test.each(['TaskQueue', 'TaskDeadLetters'])('the queue %s is first in, first out', async (id) => {
  expect(await attributesOf(id)).toMatchObject({ FifoQueue: 'true' });
});

test.each(['TaskQueue', 'TaskDeadLetters'])('the queue %s is encrypted by our key', async (id) => {
  expect((await attributesOf(id)).KmsMasterKeyId).toContain(stack.made.get('Key')?.physicalId);
});

test("the outputs are the bot's settings, and the bot takes them", () => {
  const settings = Object.fromEntries(stack.outputs.map(({ variable, value }) => [variable, value]));
  const config = readConfig({ ...settings, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' });
  expect(config).toMatchObject({
    aws: { region: 'eu-west-1' },
    machines: {
      onboardingArn: stack.made.get('Onboarding')?.physicalId,
      issuePasswordArn: stack.made.get('IssuePassword')?.physicalId,
      checkArn: stack.made.get('Check')?.physicalId,
      findAccessArn: stack.made.get('FindAccess')?.physicalId,
    },
    queueUrl: stack.made.get('TaskQueue')?.physicalId,
    mailFrom: 'onboarding@example.com',
  });
});

test.each(ofType(home, 'AWS::StepFunctions::StateMachine').map(({ id }) => id))(
  'the state machine %s runs by the role of its own name',
  async (id) => {
    const stateMachineArn = stack.made.get(id)?.physicalId;
    const machine = await new SFNClient(admin).send(new DescribeStateMachineCommand({ stateMachineArn }));
    expect(machine.roleArn).toBe(
      stateMachineArn?.replace(/:states:[\w-]+:/, ':iam::').replace('stateMachine:', 'role/'),
    );
    // moto takes neither the definition from S3, nor the type, nor the key: when it does, check them here.
    expect(machine).toMatchObject({
      definition: '',
      type: 'STANDARD',
      encryptionConfiguration: { type: 'AWS_OWNED_KEY' },
    });
  },
);
