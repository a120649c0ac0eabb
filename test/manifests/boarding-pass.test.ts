import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Resource } from '../../sandbox/aws/cloudformation/stack.ts';
import { arnOfMachine } from '../../sandbox/aws/states/machines.ts';
import { readConfig } from '../../src/startup/config.ts';
import { accounts, center, centerWith, home, homeWith, member, memberWith, ofType, resourceOf } from './stacks.ts';
import { definitionOf, placeholdersIn } from './state-machine-calls.ts';

const machines = ofType(home, 'AWS::StepFunctions::StateMachine');
const logGroups = ofType(home, 'AWS::Logs::LogGroup');
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

test('the outputs are the settings of the bot that are known once the stack is there', () => {
  const required = [...readme.matchAll(/^\| `(\w+)` \| required \|/gm)].map(([, name = '']) => name);
  const settings = Object.values(home.outputs).map(({ Description }) => Description);
  expect(settings.toSorted()).toEqual(required.filter((name) => !name.startsWith('SLACK_')).toSorted());
  for (const [id, { Description }] of Object.entries(home.outputs)) {
    expect(id.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()).toBe(Description);
  }
});

test('the bot takes the outputs as its settings', () => {
  const settings = Object.values(home.outputs).map(({ Description, Value }) => [Description, Value]);
  const environment = { ...Object.fromEntries(settings), SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
  const { machines, queueUrl } = readConfig(environment);
  expect(machines).toEqual({
    onboardingArn: resourceOf(home, 'Onboarding').arn,
    issuePasswordArn: resourceOf(home, 'IssuePassword').arn,
    checkArn: resourceOf(home, 'Check').arn,
    findAccessArn: resourceOf(home, 'FindAccess').arn,
  });
  expect(queueUrl).toBe(resourceOf(home, 'TaskQueue').ref);
});

test('the machines have the names and types that they have in the sandbox', () => {
  const types = {
    onboarding: 'STANDARD',
    'inspect-iam-user': 'STANDARD',
    'provision-iam-user': 'STANDARD',
    'issue-password': 'EXPRESS',
    'inspect-identity-center': 'STANDARD',
    'provision-identity-center': 'STANDARD',
    check: 'EXPRESS',
    'find-access': 'EXPRESS',
  };
  expect(machines.map(({ ref, properties }) => [ref, properties.StateMachineType])).toEqual(
    Object.entries(types).map(([name, type]) => [arnOfMachine('eu-west-1', accounts.home, name), type]),
  );
});

test.each(machines)('$id gets a value for every placeholder of its definition, and no others', (machine) => {
  const values = machine.properties.DefinitionSubstitutions as Record<string, string>;
  expect(Object.keys(values).toSorted()).toEqual(placeholdersIn(definitionOf(machine)).toSorted());
  expect(Object.values(values).every((value) => /\w/.test(value))).toBe(true);
});

test.each(machines)('$id is encrypted with a key of this stack', ({ id, properties }) => {
  const key = resourceOf(home, id === 'IssuePassword' ? 'PasswordKey' : 'Key');
  expect(properties.EncryptionConfiguration).toEqual({ Type: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId: key.arn });
  expect(key.properties.EnableKeyRotation).toBe(true);
});

test('what the bot runs and waits for writes no log, the others one without execution data', () => {
  const logging = Object.fromEntries(machines.map(({ id, properties }) => [id, properties.LoggingConfiguration]));
  const to = (id: string) => [{ CloudWatchLogsLogGroup: { LogGroupArn: resourceOf(home, id).arn } }];
  expect(logging).toEqual({
    Onboarding: { Level: 'ERROR', IncludeExecutionData: false, Destinations: to('OnboardingLog') },
    InspectIamUser: { Level: 'ERROR', IncludeExecutionData: false, Destinations: to('InspectIamUserLog') },
    ProvisionIamUser: { Level: 'ERROR', IncludeExecutionData: false, Destinations: to('ProvisionIamUserLog') },
    InspectIdentityCenter: {
      Level: 'ERROR',
      IncludeExecutionData: false,
      Destinations: to('InspectIdentityCenterLog'),
    },
    ProvisionIdentityCenter: {
      Level: 'ERROR',
      IncludeExecutionData: false,
      Destinations: to('ProvisionIdentityCenterLog'),
    },
    IssuePassword: { Level: 'OFF', IncludeExecutionData: false },
    Check: { Level: 'OFF', IncludeExecutionData: false },
    FindAccess: { Level: 'OFF', IncludeExecutionData: false },
  });
  // Log groups elsewhere fill up the policy by which log delivery may write, which is of limited length.
  for (const { ref, properties } of logGroups) {
    expect(ref).toMatch(/^\/aws\/vendedlogs\/states\/boarding-pass-/);
    expect(properties).toMatchObject({ RetentionInDays: 90, KmsKeyId: resourceOf(home, 'Key').arn });
  }
  expect(logGroups).toHaveLength(5);
});

test('a task is with one bot at a time, for 30 seconds or as long as that bot says, and receives alone never end it', () => {
  expect(resourceOf(home, 'TaskQueue').properties).toMatchObject({
    FifoQueue: true,
    VisibilityTimeout: 30,
    RedrivePolicy: { deadLetterTargetArn: resourceOf(home, 'TaskDeadLetters').arn, maxReceiveCount: 1000 },
  });
  for (const { properties } of ofType(home, 'AWS::SQS::Queue')) {
    expect(properties.MessageRetentionPeriod).toBe(14 * 24 * 60 * 60);
  }
});

test('both queues of tasks are first in, first out, as their names say; EventBridge keeps what it cannot deliver in a standard one', () => {
  const isFifo = ({ ref, properties }: Resource) => [ref.endsWith('.fifo'), properties.FifoQueue === true];
  expect(isFifo(resourceOf(home, 'TaskQueue'))).toEqual([true, true]);
  expect(isFifo(resourceOf(home, 'TaskDeadLetters'))).toEqual([true, true]);
  expect(isFifo(resourceOf(home, 'EventDeadLetters'))).toEqual([false, false]);
});

test('no group has to wait for another, and EventBridge, which gives no id of its own, may send', () => {
  expect(resourceOf(home, 'TaskQueue').properties).toMatchObject({
    ContentBasedDeduplication: true,
    DeduplicationScope: 'messageGroup',
    FifoThroughputLimit: 'perMessageGroupId',
  });
});

test('tasks are encrypted with the key; the news of ended executions that could not be delivered is not lost with it', () => {
  for (const id of ['TaskQueue', 'TaskDeadLetters']) {
    expect(resourceOf(home, id).properties.KmsMasterKeyId).toBe(resourceOf(home, 'Key').arn);
  }
  const { KmsMasterKeyId, SqsManagedSseEnabled } = resourceOf(home, 'EventDeadLetters').properties;
  expect({ KmsMasterKeyId, SqsManagedSseEnabled }).toEqual({ KmsMasterKeyId: undefined, SqsManagedSseEnabled: true });
});

test('an onboarding that ends abnormally becomes a message of ids alone in the task queue', () => {
  const { EventPattern, Targets } = resourceOf(home, 'ExecutionEnded').properties;
  expect(EventPattern).toEqual({
    source: ['aws.states'],
    'detail-type': ['Step Functions Execution Status Change'],
    detail: { stateMachineArn: [resourceOf(home, 'Onboarding').arn], status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
  });
  const [{ Arn, InputTransformer, DeadLetterConfig, SqsParameters }, ...others] = Targets as Target[] as [
    Target,
    ...Target[],
  ];
  expect(others).toEqual([]);
  expect(Arn).toBe(resourceOf(home, 'TaskQueue').arn);
  expect(DeadLetterConfig).toEqual({ Arn: resourceOf(home, 'EventDeadLetters').arn });
  expect(SqsParameters.MessageGroupId).toMatch(/^[\w-]{1,100}$/);

  const event: Record<string, string> = {
    '$.id': 'e-1',
    '$.detail.executionArn': 'arn:aws:states:…:V1',
    '$.detail.status': 'ABORTED',
  };
  const body = InputTransformer.InputTemplate.replace(/<(\w+)>/g, (_, name) =>
    JSON.stringify(event[InputTransformer.InputPathsMap[name] ?? '']),
  );
  expect(JSON.parse(body)).toEqual({
    task: 'execution-ended',
    execution: 'arn:aws:states:…:V1',
    input: { status: 'ABORTED', event: 'e-1' },
  });
});
type Target = {
  Arn: string;
  InputTransformer: { InputPathsMap: Record<string, string>; InputTemplate: string };
  DeadLetterConfig: { Arn: string };
  SqsParameters: { MessageGroupId: string };
};

test.each([
  ['TaskDeadLettersAlarm', 'ApproximateNumberOfMessagesVisible', 'boarding-pass-tasks-dead-letters.fifo', 0],
  ['EventDeadLettersAlarm', 'ApproximateNumberOfMessagesVisible', 'boarding-pass-events-dead-letters', 0],
  ['OldestTaskAlarm', 'ApproximateAgeOfOldestMessage', 'boarding-pass-tasks.fifo', 300],
])('%s rings when %s of %s is over %d', (id, MetricName, queue, Threshold) => {
  const { properties } = resourceOf(home, id);
  expect(properties).toMatchObject({
    Namespace: 'AWS/SQS',
    MetricName,
    Dimensions: [{ Name: 'QueueName', Value: queue }],
    Statistic: 'Maximum',
    Threshold,
    ...rings,
    OKActions: rings.AlarmActions,
  });
  expect(Number(properties.Period) * Number(properties.EvaluationPeriods)).toBe(300);
});

test('an alarm rings when nobody has asked the task queue for a quarter of an hour, and of one that nobody asks SQS tells nothing', () => {
  const { properties } = resourceOf(home, 'NobodyWorksAlarm');
  expect(properties).toMatchObject({
    Namespace: 'AWS/SQS',
    MetricName: 'NumberOfEmptyReceives',
    Dimensions: [{ Name: 'QueueName', Value: 'boarding-pass-tasks.fifo' }],
    Statistic: 'Sum',
    Threshold: 1,
    ComparisonOperator: 'LessThanThreshold',
    TreatMissingData: 'breaching',
    AlarmActions: rings.AlarmActions,
  });
  expect(Number(properties.Period) * Number(properties.EvaluationPeriods)).toBe(900);
});

test('an alarm rings when an execution of onboarding ends abnormally', () => {
  const { properties } = resourceOf(home, 'FailedExecutionsAlarm');
  expect(properties).toMatchObject({ EvaluationPeriods: 1, Threshold: 0, ...rings });
  const [sum, ...metrics] = properties.Metrics as { Id: string; Expression?: string; MetricStat?: unknown }[];
  expect(sum?.Expression).toBe(`SUM([${metrics.map(({ Id }) => Id).join(', ')}])`);
  const Dimensions = [{ Name: 'StateMachineArn', Value: resourceOf(home, 'Onboarding').arn }];
  expect(metrics).toMatchObject(
    ['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted'].map((MetricName) => ({
      ReturnData: false,
      MetricStat: { Metric: { Namespace: 'AWS/States', MetricName, Dimensions }, Stat: 'Sum', Period: 300 },
    })),
  );
});

/** What a parameter of the stack says, unless somebody sets it. */
const usual = (parameter: string) => home.parameters[parameter]?.Default;

test('an alarm rings when it is asked more often than usual what people have', () => {
  expect(resourceOf(home, 'FindAccessCallsAlarm').properties).toMatchObject({
    Namespace: 'AWS/States',
    MetricName: 'ExecutionsStarted',
    Dimensions: [{ Name: 'StateMachineArn', Value: resourceOf(home, 'FindAccess').arn }],
    Statistic: 'Sum',
    Period: 3600,
    EvaluationPeriods: 1,
    Threshold: usual('FindAccessCallsAnHour'),
    ...rings,
  });
  const often = homeWith({ FindAccessCallsAnHour: '1000' });
  expect(Number(resourceOf(often, 'FindAccessCallsAlarm').properties.Threshold)).toBe(1000);
});

test('another rings when many of them get no answer', () => {
  const { properties } = resourceOf(home, 'FindAccessFailuresAlarm');
  expect(properties).toMatchObject({
    EvaluationPeriods: 1,
    Threshold: usual('FindAccessFailuresAnHour'),
    ...rings,
  });
  const [sum, ...metrics] = properties.Metrics as { Id: string; Expression?: string; MetricStat?: unknown }[];
  expect(sum?.Expression).toBe(`SUM([${metrics.map(({ Id }) => Id).join(', ')}])`);
  const Dimensions = [{ Name: 'StateMachineArn', Value: resourceOf(home, 'FindAccess').arn }];
  expect(metrics).toMatchObject(
    ['ExecutionsFailed', 'ExecutionsTimedOut'].map((MetricName) => ({
      ReturnData: false,
      MetricStat: { Metric: { Namespace: 'AWS/States', MetricName, Dimensions }, Stat: 'Sum', Period: 3600 },
    })),
  );
});

const rings = {
  ComparisonOperator: 'GreaterThanThreshold',
  TreatMissingData: 'notBreaching',
  AlarmActions: [resourceOf(home, 'Alarms').arn],
  AlarmDescription: expect.stringMatching(/\w+ \w+/),
};

test('there are no other alarms, and by their names they may all publish', () => {
  const names = ofType(home, 'AWS::CloudWatch::Alarm').map(({ ref }) => ref);
  expect(names).toHaveLength(7);
  expect(names.filter((name) => !name.startsWith('boarding-pass-'))).toEqual([]);
});

test('each alarm names its row in the guide', () => {
  const rows = readFileSync('docs/failures.md', 'utf8').split('## Alarms')[1] ?? '';
  for (const { ref, properties } of ofType(home, 'AWS::CloudWatch::Alarm')) {
    const name = ref.replace('boarding-pass-', '');
    expect(properties.AlarmDescription).toMatch(new RegExp(`See docs/failures.md, Alarms, ${name}\\.$`));
    expect(rows).toContain(`\n| \`${name}\` |`);
  }
});

test('the topics have the names that operators subscribe to', () => {
  const names = ofType(home, 'AWS::SNS::Topic').map(({ arn }) => arn.split(':').at(-1));
  expect(names).toEqual(['boarding-pass-notifications', 'boarding-pass-alarms']);
});

test('the addresses that the stack is given hear of what was done, and of alarms', () => {
  expect(ofType(home, 'AWS::SNS::Subscription')).toEqual([]);
  const told = homeWith({ NotificationEmail: 'audit@example.com', AlarmEmail: 'operators@example.com' });
  expect(ofType(told, 'AWS::SNS::Subscription').map(({ properties }) => properties)).toEqual([
    { TopicArn: resourceOf(home, 'Notifications').arn, Protocol: 'email', Endpoint: 'audit@example.com' },
    { TopicArn: resourceOf(home, 'Alarms').arn, Protocol: 'email', Endpoint: 'operators@example.com' },
  ]);
});

test.each([home, member, center].flatMap(({ parameters }) => Object.entries(parameters)))(
  'the parameter %s is described, limited, and its default is within the limit',
  (_name, parameter) => {
    const { Type, Description, AllowedPattern, AllowedValues, Default } = parameter;
    expect(Description).toMatch(/\w+ \w+/);
    if (AllowedValues) return expect(AllowedValues.map(String)).toContain(String(Default));
    if (AllowedPattern === undefined) throw new Error('It takes anything.');
    if (Default !== undefined) expect(Default).toMatch(new RegExp(`^(${AllowedPattern})$`));
    return expect(Type).toMatch(/^(String|CommaDelimitedList)$/);
  },
);

test.each([
  ['aws-cn', 'cn-north-1', 'amazonaws.com.cn', 'signin.amazonaws.cn'],
  ['aws-us-gov', 'us-gov-west-1', 'amazonaws.com', 'signin.amazonaws-us-gov.com'],
  ['aws-eusc', 'eusc-de-east-1', 'amazonaws.eu', 'signin.amazonaws-eusc.eu'],
])('in %s every ARN and every name of a service is of there', (partition, region, suffix, signInHost) => {
  const where = { partition, region };
  const KmsKeyArn = `arn:${partition}:kms:${region}:${accounts.management}:key/1234abcd`;
  const stacks = [homeWith({}, where), memberWith({}, where), centerWith({ HomeRegion: region, KmsKeyArn }, where)];
  const text = JSON.stringify(stacks.map(({ resources, outputs }) => ({ resources, outputs })));
  expect(new Set(text.match(/\barn:aws[a-z-]*/g))).toEqual(new Set([`arn:${partition}`]));
  const services = ['identitystore', 'logs', 'sqs', 'sso', 'states'];
  const regional = text.match(new RegExp(`\\b(${services.join('|')})\\.[\\w-]+\\.amazonaws[\\w.]+`, 'g')) ?? [];
  const expected = services.map((service) => `${service}.${region}.${suffix}`);
  expect([...new Set(regional)].toSorted()).toEqual(expected);
  expect(text).toContain(`"SignInHost":"${signInHost}"`);
});
