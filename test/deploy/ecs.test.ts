import { expect, test } from 'vitest';
import { readStack } from '../../sandbox/aws/cloudformation/stack.ts';
import { readConfig } from '../../src/startup/config.ts';
import { readImage } from '../container/dockerfile.ts';
import { accounts, home, resourceOf } from '../manifests/stacks.ts';

type Named = { Name: string; Value: string; ValueFrom: string };
type Container = {
  Image: string;
  User: string;
  ReadonlyRootFilesystem: boolean;
  LinuxParameters: object;
  StopTimeout: number;
  Environment: Named[];
  Secrets: Named[];
  HealthCheck: { Command: string[] };
};
type Statement = { Sid: string; Action: string | string[]; Resource: string };

const secretArn = `arn:aws:secretsmanager:eu-west-1:${accounts.home}:secret:boarding-pass/slack-AbCdEf`;
const keyArn = `arn:aws:kms:eu-west-1:${accounts.home}:key/11111111-2222-3333-4444-555555555555`;

/** What the guide passes on: the outputs of the stack at home by their names, but for the Region. */
const { AwsRegion: _, ...outputs } = home.outputs;
const fromHome = Object.fromEntries(Object.entries(outputs).map(([name, { Value }]) => [name, Value]));

const stackWith = (more: Record<string, string> = {}) =>
  readStack('../ecs/boarding-pass.yaml', {
    account: accounts.home,
    region: 'eu-west-1',
    partition: 'aws',
    parameters: {
      ...fromHome,
      ImageTag: '0.1.0',
      VpcId: 'vpc-1',
      SubnetIds: 'subnet-1,subnet-2',
      SlackSecretArn: secretArn,
      SlackSecretKeyArn: keyArn,
      ...more,
    },
  });
const stack = stackWith();
const task = resourceOf(stack, 'TaskDefinition').properties;
const [container] = task.ContainerDefinitions as [Container];
const image = readImage();

test('the outputs of the stack at home are its parameters, by name', () => {
  expect(Object.keys(stack.parameters)).toEqual(expect.arrayContaining(Object.keys(fromHome)));
});

test('the bot takes the environment: every setting of the stack at home, and the secrets', () => {
  const environment = Object.fromEntries(container.Environment.map(({ Name, Value }) => [Name, Value]));
  const settings = Object.values(home.outputs).map(({ Description, Value }) => [Description, Value]);
  expect(environment).toMatchObject(Object.fromEntries(settings));
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
  expect(container.Secrets.map(({ Name }) => Name)).toEqual(Object.keys(tokens));
  expect(readConfig({ ...environment, ...tokens }).queueUrl).toBe(home.outputs.TaskQueueUrl?.Value);
});

test('the bot has the role of the stack at home, and ECS another one', () => {
  expect(task.TaskRoleArn).toBe(resourceOf(home, 'BotRole').arn);
  expect(task.ExecutionRoleArn).toBe(resourceOf(stack, 'ExecutionRole').arn);
});

test('ECS may read this secret, this image and this log, and nothing else', () => {
  const [{ PolicyDocument }] = resourceOf(stack, 'ExecutionRole').properties.Policies as [
    { PolicyDocument: { Statement: Statement[] } },
  ];
  expect(PolicyDocument.Statement.map(({ Action, Resource }) => [[Action].flat().join(' '), Resource])).toEqual([
    ['ecr:GetAuthorizationToken', '*'],
    [
      'ecr:BatchCheckLayerAvailability ecr:BatchGetImage ecr:GetDownloadUrlForLayer',
      `arn:aws:ecr:eu-west-1:${accounts.home}:repository/boarding-pass`,
    ],
    ['secretsmanager:GetSecretValue', secretArn],
    ['kms:Decrypt', keyArn],
    [
      'logs:CreateLogStream logs:PutLogEvents',
      `arn:aws:logs:eu-west-1:${accounts.home}:log-group:Log:log-stream:bot/*`,
    ],
  ]);
  for (const { ValueFrom, Name } of container.Secrets) expect(ValueFrom).toBe(`${secretArn}:${Name}::`);
  expect(container.Image).toBe(`${accounts.home}.dkr.ecr.eu-west-1.amazonaws.com/boarding-pass:0.1.0`);
});

test('it runs as the image’s user, who is not root, and can neither write nor gain anything', () => {
  expect(container).toMatchObject({
    User: `${image.user}:${image.group}`,
    ReadonlyRootFilesystem: true,
    LinuxParameters: { Capabilities: { Drop: ['ALL'] } },
  });
});

test('ECS asks after its health as the image does', () => {
  expect(container.HealthCheck.Command).toEqual(['CMD', ...image.healthCheck]);
});

test('never more processes than Slack has connections for, and never fewer than are wanted', () => {
  const { DesiredCount, DeploymentConfiguration } = resourceOf(stack, 'Service').properties as {
    DesiredCount: number;
    DeploymentConfiguration: { MinimumHealthyPercent: number; MaximumPercent: number };
  };
  const atOnce = Math.floor((DesiredCount * DeploymentConfiguration.MaximumPercent) / 100);
  // One more has to fit, or nothing would ever be replaced; all of the old ones may still be leaving.
  expect(atOnce).toBeGreaterThan(DesiredCount);
  expect(2 * (DesiredCount + atOnce)).toBeLessThanOrEqual(10);
  expect(DeploymentConfiguration.MinimumHealthyPercent).toBe(100);
});

test.each([
  ['SlackSecretArn', secretArn.slice(0, -7)],
  ['SlackSecretArn', 'xoxb-1'],
  ['TaskQueueUrl', 'boarding-pass-tasks.fifo'],
  ['TaskQueueUrl', 'https://sqs.eu-west-1.amazonaws.com/111122223333/boarding-pass-tasks'],
  ['OnboardingStateMachineArn', 'boarding-pass-onboarding'],
  ['CheckStateMachineArn', 'boarding-pass-check'],
  ['ImageTag', 'boarding-pass:0.1.0'],
])('as %s it does not take %s', (name, value) => {
  expect(() => stackWith({ [name]: value })).toThrow(`the parameter ${name} does not take ${value}`);
});

test('an image that is named by its digest is that one, whatever its tag says later', () => {
  const ImageDigest = `sha256:${'0123456789abcdef'.repeat(4)}`;
  const { ContainerDefinitions } = resourceOf(stackWith({ ImageDigest }), 'TaskDefinition').properties;
  expect((ContainerDefinitions as [Container])[0].Image).toBe(
    `${accounts.home}.dkr.ecr.eu-west-1.amazonaws.com/boarding-pass@${ImageDigest}`,
  );
  expect(() => stackWith({ ImageDigest: 'sha256:abc' })).toThrow('does not take sha256:abc');
});

const environmentOf = (made: ReturnType<typeof stackWith>) =>
  Object.fromEntries(
    (resourceOf(made, 'TaskDefinition').properties.ContainerDefinitions as [Container])[0].Environment.map(
      ({ Name, Value }) => [Name, Value],
    ),
  );
const portsOut = (made: ReturnType<typeof stackWith>) =>
  (resourceOf(made, 'SecurityGroup').properties.SecurityGroupEgress as { FromPort: number | string }[]).map(
    ({ FromPort }) => Number(FromPort),
  );

test('behind a proxy the bot is told of it, and may go out at its port', () => {
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
  const proxied = stackWith({ HttpsProxy: 'http://proxy.example.com:3128', ProxyPort: '3128', NoProxy: '.internal' });
  expect(readConfig({ ...environmentOf(proxied), ...tokens }).slack.proxy).toEqual({
    uri: 'http://proxy.example.com:3128',
    noProxy: 'internal,.internal,localhost,127.0.0.1',
  });
  expect(portsOut(proxied)).toEqual([443, 443, 3128]);
  expect(readConfig({ ...environmentOf(stack), ...tokens }).slack.proxy).toBeUndefined();
  expect(portsOut(stack)).toEqual([443, 443]);
});

test('the command of the Slack app is told', () => {
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
  expect(readConfig({ ...environmentOf(stack), ...tokens }).command).toBe('/onboard');
  const named = environmentOf(stackWith({ SlackCommand: '/aws-access' }));
  expect(readConfig({ ...named, ...tokens }).command).toBe('/aws-access');
});

test('a cluster that is there already is used, and none is made', () => {
  const shared = stackWith({ ClusterName: 'shared' });
  expect(resourceOf(shared, 'Service').properties.Cluster).toBe('shared');
  expect(shared.resources.map(({ id }) => id)).not.toContain('Cluster');
});
