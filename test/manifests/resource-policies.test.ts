import { expect, test } from 'vitest';
import { type Statement, statementsOf } from '../../sandbox/aws/iam/policy/statement.ts';
import { accounts, home, homeWith, ofType, resourceOf } from './stacks.ts';

const role = (name: string) => `arn:aws:iam::${accounts.home}:role/boarding-pass-${name}`;
/** A statement of a key's policy: its resource is always that key. */
const allow = (principal: Record<string, string>, Action: string | string[], Condition?: Statement['Condition']) => ({
  Effect: 'Allow',
  Principal: principal,
  Action,
  Resource: '*',
  ...(Condition && { Condition }),
});
const account = { AWS: `arn:aws:iam::${accounts.home}:root` };

const withoutSid = ({ Sid, ...statement }: Statement) => statement;
const keyPolicy = (id: string) => statementsOf(resourceOf(home, id).properties.KeyPolicy).map(withoutSid);
const policyOf = (id: string) => statementsOf(resourceOf(home, id).properties.PolicyDocument).map(withoutSid);
const tasks = resourceOf(home, 'TaskQueue').arn;
const eventDeadLetters = resourceOf(home, 'EventDeadLetters').arn;
const rule = resourceOf(home, 'ExecutionEnded').arn;

test('with the key of passwords only issue-password, the bot and CloudFormation can decrypt; IAM has no say in it', () => {
  const administration = [
    'kms:DescribeKey',
    'kms:GetKey*',
    'kms:List*',
    'kms:PutKeyPolicy',
    'kms:EnableKey*',
    'kms:DisableKey*',
    'kms:UpdateKeyDescription',
    'kms:TagResource',
    'kms:UntagResource',
    'kms:ScheduleKeyDeletion',
    'kms:CancelKeyDeletion',
  ];
  const deployment = {
    StringEquals: {
      'kms:ViaService': 'states.eu-west-1.amazonaws.com',
      'kms:EncryptionContext:aws:states:stateMachineArn': resourceOf(home, 'IssuePassword').arn,
    },
  };
  expect(keyPolicy('PasswordKey')).toEqual([
    allow(account, administration),
    allow(account, 'kms:GenerateDataKey', deployment),
    allow(account, 'kms:Decrypt', {
      ...deployment,
      'ForAnyValue:StringEquals': { 'aws:CalledVia': 'cloudformation.amazonaws.com' },
    }),
    allow(account, ['kms:Decrypt', 'kms:GenerateDataKey'], {
      ArnEquals: { 'aws:PrincipalArn': role('issue-password') },
    }),
    allow(account, 'kms:Decrypt', { ArnEquals: { 'aws:PrincipalArn': role('bot') } }),
  ]);
});

test('where CloudFormation cannot read issue-password back, whoever deploys may be named, and nobody is by default', () => {
  const DeployerArn = `arn:aws:iam::${accounts.home}:role/Deployer`;
  const policy = statementsOf(resourceOf(homeWith({ DeployerArn }), 'PasswordKey').properties.KeyPolicy);
  const named = policy.filter(({ Condition }) => Condition?.ArnEquals?.['aws:PrincipalArn'] === DeployerArn);
  expect(named).toMatchObject([
    {
      Action: 'kms:Decrypt',
      Condition: { StringEquals: { 'kms:ViaService': 'states.eu-west-1.amazonaws.com' } },
    },
  ]);
  expect(policy).toHaveLength(statementsOf(resourceOf(home, 'PasswordKey').properties.KeyPolicy).length + 1);
});

test('nothing but issue-password is encrypted with the key of passwords', () => {
  const { arn } = resourceOf(home, 'PasswordKey');
  const using = home.resources.filter(({ type, properties }) => type !== 'AWS::IAM::Role' && mentions(properties, arn));
  expect(using.map(({ id }) => id)).toEqual(['IssuePassword']);
});

test('the other key is used as IAM allows, and by the services that carry events and logs', () => {
  const logs = `arn:aws:logs:eu-west-1:${accounts.home}`;
  expect(keyPolicy('Key')).toEqual([
    allow(account, 'kms:*'),
    allow({ Service: 'events.amazonaws.com' }, ['kms:Decrypt', 'kms:GenerateDataKey'], {
      ArnEquals: { 'aws:SourceArn': rule, 'kms:EncryptionContext:aws:sqs:arn': tasks },
    }),
    allow(
      { Service: 'logs.eu-west-1.amazonaws.com' },
      ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
      {
        ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `${logs}:log-group:/aws/vendedlogs/states/boarding-pass-*` },
      },
    ),
    allow({ Service: 'delivery.logs.amazonaws.com' }, 'kms:Decrypt', {
      StringEquals: { 'kms:EncryptionContext:SourceArn': `${logs}:*` },
    }),
  ]);
});

test('only the rule for ended executions may put messages into the queues past IAM, and nobody uses one without TLS', () => {
  const withoutTls = (Resource: string[]) => ({
    Effect: 'Deny',
    Principal: '*',
    Action: 'sqs:*',
    Resource,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  });
  const taskDeadLetters = resourceOf(home, 'TaskDeadLetters');
  expect(resourceOf(home, 'TaskDeadLettersPolicy').properties.Queues).toEqual([taskDeadLetters.ref]);
  expect(policyOf('TaskDeadLettersPolicy')).toEqual([withoutTls([taskDeadLetters.arn])]);
  expect(resourceOf(home, 'EventsIntoQueues').properties.Queues).toEqual([
    resourceOf(home, 'TaskQueue').ref,
    resourceOf(home, 'EventDeadLetters').ref,
  ]);
  expect(policyOf('EventsIntoQueues')).toEqual([
    withoutTls([tasks, eventDeadLetters]),
    {
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: [tasks, eventDeadLetters],
      Condition: { ArnEquals: { 'aws:SourceArn': rule } },
    },
  ]);
});

test('every queue has a policy that refuses what comes without TLS', () => {
  const protectedQueues = ofType(home, 'AWS::SQS::QueuePolicy').flatMap(
    ({ properties }) => properties.Queues as string[],
  );
  expect(protectedQueues.toSorted()).toEqual(
    ofType(home, 'AWS::SQS::Queue')
      .map(({ ref }) => ref)
      .toSorted(),
  );
});

test('only the two machines that notify can publish, and the bot cannot touch the topic', () => {
  const topic = resourceOf(home, 'Notifications').arn;
  expect(resourceOf(home, 'NotificationsPolicy').properties.Topics).toEqual([topic]);
  expect(policyOf('NotificationsPolicy')).toEqual([
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 'sns:Publish',
      Resource: topic,
      Condition: { ArnNotEquals: { 'aws:PrincipalArn': [role('onboarding'), role('issue-password')] } },
    },
    {
      Effect: 'Deny',
      Principal: '*',
      Action: [
        'sns:AddPermission',
        'sns:DeleteTopic',
        'sns:GetTopicAttributes',
        'sns:ListSubscriptionsByTopic',
        'sns:RemovePermission',
        'sns:SetTopicAttributes',
        'sns:Subscribe',
      ],
      Resource: topic,
      Condition: { ArnEquals: { 'aws:PrincipalArn': role('bot') } },
    },
  ]);
});

test('notifications are encrypted with AWS’s own key for SNS, which whoever may publish may use', () => {
  expect(resourceOf(home, 'Notifications').properties.KmsMasterKeyId).toBe('alias/aws/sns');
});

test('only alarms publish to the topic of alarms', () => {
  const topic = resourceOf(home, 'Alarms').arn;
  expect(resourceOf(home, 'AlarmsPolicy').properties.Topics).toEqual([topic]);
  expect(policyOf('AlarmsPolicy')).toEqual([
    {
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Action: 'sns:Publish',
      Resource: topic,
      Condition: {
        StringEquals: { 'aws:SourceAccount': accounts.home },
        ArnLike: { 'aws:SourceArn': `arn:aws:cloudwatch:eu-west-1:${accounts.home}:alarm:boarding-pass-*` },
      },
    },
  ]);
});

test('what boarding-pass runs as may only read published profiles, and nobody reads or writes them without TLS', () => {
  const { arn, ref } = resourceOf(home, 'ProfilesBucket');
  expect(resourceOf(home, 'ProfilesBucketPolicy').properties.Bucket).toBe(ref);
  expect(policyOf('ProfilesBucketPolicy')).toEqual([
    {
      Effect: 'Deny',
      Principal: '*',
      NotAction: ['s3:GetObject', 's3:ListBucket'],
      Resource: [arn, `${arn}/*`],
      Condition: { ArnLike: { 'aws:PrincipalArn': role('*') } },
    },
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: [arn, `${arn}/*`],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ]);
});

test('every topic has a policy of its own: the default one lets everybody in the account publish, subscribe and delete', () => {
  const own = ofType(home, 'AWS::SNS::TopicPolicy').flatMap(({ properties }) => properties.Topics as string[]);
  expect(own.toSorted()).toEqual(
    ofType(home, 'AWS::SNS::Topic')
      .map(({ arn }) => arn)
      .toSorted(),
  );
});

const mentions = (properties: unknown, text: string) => JSON.stringify(properties).includes(JSON.stringify(text));
